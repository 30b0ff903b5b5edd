from pathlib import Path

import pytest
from tools.documents import main


def test_a_folder_without_documents_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("usage: ")


def test_a_document_that_nothing_restates_is_full_of_faults(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "JD.com AI ML Product Manager Role\nIt invents this.\n"
    (tmp_path / "guide.txt").write_text(text, encoding="utf-8")
    assert main([str(tmp_path), "--list"]) == 1
    told = capsys.readouterr().out
    assert "jd-com: Opening, sentence 1: It invents this." in told
    assert "1 documents, 1 sentences" in told

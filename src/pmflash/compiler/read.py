"""From the bytes of a content file to its fields, or to what stops pmflash there."""

import re

import yaml

from pmflash.compiler.document import Document
from pmflash.compiler.events import OddDocument, Value, plain_value
from pmflash.compiler.nodes import PlacedDocument, placed_document
from pmflash.compiler.places import Span, diagnostic, split_lines
from pmflash.model.collector import collector_paused
from pmflash.model.diagnostic import Diagnostic, Problem, Severity
from pmflash.model.source_file import Role, SourceFile

LARGEST = 32 * 1024 * 1024
"""Bytes of a content file."""
_BYTE_ORDER_MARK = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# YAML ends a line at these and no editor does, so places would drift apart.
_ONLY_YAML_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_COMMENT_BEHIND_TEXT = re.compile(r"[^ \t\r\n][ \t]+#")
_NOT_TEXT = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)

Read = tuple[Document | None, tuple[Diagnostic, ...]]


def read_document(source: SourceFile) -> Read:
    """Return the document in `source`, None where the whole file is lost."""
    if len(source.raw) > LARGEST:
        return None, (_too_large(source),)
    try:
        text = source.raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf_8(source, error.start),)
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if not text.isascii():
        text = _ONLY_YAML_LINE_ENDS.sub(" ", text)
    with collector_paused():
        return _read_text(source, text)


def _read_text(source: SourceFile, text: str) -> Read:
    # Behind a value, ` #` may hide text that was meant; only the careful reader tells.
    if not _has_comment_behind_text(text):
        try:
            value = plain_value(text)
        except (yaml.YAMLError, OddDocument, ValueError, OverflowError):
            pass
        else:
            if isinstance(value, dict):
                return Document(source, text, value), ()
    lines = split_lines(text)
    found = _NOT_TEXT.search(text)
    if found:
        return None, (_not_text(source, text, lines, found.start()),)
    return _placed_read(source, text, lines, placed_document(text, lines))


def _has_comment_behind_text(text: str) -> bool:
    # The plain searches are fast, and mostly there is no comment at all.
    if " #" not in text and "\t#" not in text:
        return False
    return _COMMENT_BEHIND_TEXT.search(text) is not None


def _placed_read(
    source: SourceFile, text: str, lines: list[str], placed: PlacedDocument
) -> Read:
    diagnostics = tuple(
        diagnostic(source.path, lines, flaw.span, flaw.problem) for flaw in placed.flaws
    )
    errors = [f.problem for f in placed.flaws if f.problem.severity is Severity.ERROR]
    if placed.root is None and not placed.is_empty:
        return None, diagnostics
    if placed.is_empty or (placed.value is None and not errors):
        return None, (*diagnostics, _empty_file(source, lines))
    if not isinstance(placed.value, dict):
        span = placed.root.span if placed.root else Span(0, 0, 0, 0)
        wrong = _not_fields(source, lines, span, placed.value)
        return None, (*diagnostics, wrong)
    damaged = frozenset(problem.where for problem in errors)
    return (
        Document(
            source,
            text,
            placed.value,
            damaged,
            len(diagnostics),
            placed.root,
            lines,
        ),
        diagnostics,
    )


def _whole_file(source: SourceFile, problem: Problem) -> Diagnostic:
    return Diagnostic(
        source.path, 0, 1, problem.severity, problem.slug, problem.message, problem.help
    )


def _too_large(source: SourceFile) -> Diagnostic:
    # How much more nobody knows: it was read no further.
    most = LARGEST // (1024 * 1024)
    message = f"the file has more than {most} MB, which is the most that pmflash reads"
    problem = Problem((), "too-large", message, "split it into several files")
    return _whole_file(source, problem)


def _empty_file(source: SourceFile, lines: list[str]) -> Diagnostic:
    return diagnostic(
        source.path,
        lines,
        Span(0, 0, 0, 0),
        Problem(
            (),
            "empty-file",
            f"there is nothing in this {source.role}",
            "write `facts:` and the first fact under it",
        ),
    )


def _not_utf_8(source: SourceFile, at: int) -> Diagnostic:
    raw = source.raw
    line_start = raw.rfind(b"\n", 0, at) + 1
    line_end = raw.find(b"\n", at)
    column = len(raw[line_start:at].decode("utf-8"))
    line = raw[line_start : line_end if line_end >= 0 else None]
    number = raw.count(b"\n", 0, at)
    encoding = "UTF-16" if raw.startswith(_UTF_16) else "another encoding"
    problem = Problem(
        (),
        "not-utf-8",
        f"the file is in {encoding}, and pmflash reads UTF-8",
        "save it as UTF-8 in your editor",
    )
    lines = [""] * number + [line.decode("utf-8", "replace").rstrip("\r")]
    return diagnostic(
        source.path, lines, Span(number, column, number, column + 1), problem
    )


def _not_text(source: SourceFile, text: str, lines: list[str], at: int) -> Diagnostic:
    before = split_lines(text[:at])
    number, column = len(before) - 1, len(before[-1])
    problem = Problem(
        (),
        "not-text",
        f"the character U+{ord(text[at]):04X} stands here, which is not text",
        "delete it",
    )
    return diagnostic(
        source.path, lines, Span(number, column, number, column + 1), problem
    )


def _not_fields(
    source: SourceFile, lines: list[str], span: Span, value: Value
) -> Diagnostic:
    found = "a list" if isinstance(value, list) else "a text"
    whole = "a settings file" if source.role is Role.SETTINGS else f"a {source.role}"
    problem = Problem(
        (),
        "not-fields",
        f"{whole} is made of lines like `name: value`, and this is {found}",
        "write lines like `new_per_day: 20`"
        if source.role is Role.SETTINGS
        else "start it with `title:`, and put the facts under `facts:`",
    )
    return diagnostic(source.path, lines, span, problem)

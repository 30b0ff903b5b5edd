import pytest

from pmflash.model.failure import StorageError
from pmflash.storage.home import check_home
from pmflash.storage.locations import Locations


def test_a_home_that_is_not_there_yet_is_fine(locations: Locations) -> None:
    check_home(locations)
    assert not locations.home.exists()


def test_a_link_to_a_home_that_is_not_there_is_told(locations: Locations) -> None:
    locations.home.symlink_to(locations.home.with_name("gone"))
    with pytest.raises(StorageError, match="what it links to is not there"):
        check_home(locations)


def test_a_file_in_place_of_the_home_is_told(locations: Locations) -> None:
    locations.home.touch()
    with pytest.raises(StorageError, match="a file is where a folder should be"):
        check_home(locations)

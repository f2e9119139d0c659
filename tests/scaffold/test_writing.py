from pathlib import Path

import pytest

from maturity.scaffold.writing import FolderExistsError, write_new_folder

FILES = {"one.yaml": "a: 1\n", "two.yaml": "名: 二\n"}


def accept(folder: Path) -> None:
    assert sorted(each.name for each in folder.iterdir()) == sorted(FILES)


def left(folder: Path) -> list[str]:
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*"))


def test_a_folder_is_written_with_those_above_it(tmp_path: Path) -> None:
    write_new_folder(tmp_path / "a" / "b", FILES, check=accept)
    assert left(tmp_path) == ["a", "a/b", "a/b/one.yaml", "a/b/two.yaml"]
    assert {name: (tmp_path / "a" / "b" / name).read_text(encoding="utf-8") for name in FILES} == FILES


def test_others_may_read_it_as_any_folder(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    write_new_folder(tmp_path / "a", FILES, check=accept)
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    write_new_folder(tmp_path / "a", FILES, check=accept)
    assert len(left(tmp_path)) == 3


def test_a_file_that_is_there_is_named_and_nothing_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderExistsError, match=r"a/notes\.txt is there already; nothing was written"):
        write_new_folder(tmp_path / "a", FILES, check=accept)
    assert left(tmp_path) == ["a", "a/notes.txt"]
    assert (tmp_path / "a" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_folder_s_place_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderExistsError, match="no folder"):
        write_new_folder(tmp_path / "a", FILES, check=accept)
    assert (tmp_path / "a").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("failure", [ValueError, OSError, KeyboardInterrupt])
def test_when_anything_fails_nothing_is_left(tmp_path: Path, failure: type[BaseException]) -> None:
    def refuse(folder: Path) -> None:
        raise failure(folder.name)

    with pytest.raises(failure):
        write_new_folder(tmp_path / "a" / "b", FILES, check=refuse)
    assert left(tmp_path) == []

import os
import threading
from pathlib import Path

import pytest

from maturity.files.whole_file import replacing, rights_of, umask


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_takes_its_place_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("old", encoding="utf-8")
    with replacing(path) as part:
        part.write_text("new", encoding="utf-8")
        assert (part.parent, path.read_text(encoding="utf-8")) == (tmp_path, "old")
    assert (names(tmp_path), path.read_text(encoding="utf-8")) == (["x"], "new")


@pytest.mark.parametrize("failure", [ValueError, OSError, KeyboardInterrupt])
@pytest.mark.parametrize("there", [True, False])
def test_what_fails_changes_nothing(tmp_path: Path, failure: type[BaseException], there: bool) -> None:
    path = tmp_path / "x"
    if there:
        path.write_text("old", encoding="utf-8")
    with pytest.raises(failure):
        write_half(path, failure())
    assert names(tmp_path) == (["x"] if there else [])
    assert not there or path.read_text(encoding="utf-8") == "old"


def test_a_part_that_the_writer_took_away_is_no_second_failure(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^first$"):
        write_half(tmp_path / "x", ValueError("first"), takes_away=True)


def write_half(path: Path, failure: BaseException, *, takes_away: bool = False) -> None:
    with replacing(path) as part:
        part.write_text("half", encoding="utf-8")
        if takes_away:
            part.unlink()
        raise failure


def test_the_rights_of_a_file_stay_and_a_new_one_has_those_of_any(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    (tmp_path / "mine").touch()
    (tmp_path / "mine").chmod(0o640)
    for name in ("new", "mine"):
        with replacing(tmp_path / name) as part:
            part.write_bytes(b"")
    assert rights_of(tmp_path / "mine") == 0o640
    assert rights_of(tmp_path / "new") == rights_of(tmp_path / "plain") == rights_of(tmp_path / "none")


def test_asking_for_the_mask_leaves_it_alone() -> None:
    before = os.umask(0o027)
    try:
        assert (umask(), umask()) == (0o027, 0o027)
    finally:
        os.umask(before)


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "x")
    with replacing(tmp_path / "link") as part:
        part.write_text("new", encoding="utf-8")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "x").read_text(encoding="utf-8") == "new"


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    with replacing(pipe) as part:
        part.write_bytes(b"new")
    reader.join(timeout=10)
    assert (found, pipe.is_fifo()) == ([b"new"], True)


def test_what_leads_to_a_pipe_without_a_name_is_written_to() -> None:
    reads, writes = os.pipe()
    with replacing(Path(f"/dev/fd/{writes}")) as part:
        part.write_bytes(b"new")
    os.close(writes)
    with os.fdopen(reads, "rb") as stream:
        assert stream.read() == b"new"


def test_a_folder_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError), replacing(tmp_path) as part:
        part.write_bytes(b"")
    assert names(tmp_path) == []

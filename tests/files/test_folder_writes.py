import os
import subprocess
import sys
from pathlib import Path

import pytest

import maturity
from maturity.files.folder import COMPLETE
from maturity.files.folder_writes import finish_write, write_files

OLD = {"a.yaml": b"old a\n", "b.yaml": b"old b\n", "kept.txt": b"kept\n"}
NEW = {"a.yaml": b"new a\n", "b.yaml": b"new b\n", "c.yaml": b"new c\n"}

KILLED = """
import os, sys
from pathlib import Path
from maturity.files.folder_writes import write_files

left = int(sys.argv[2])

def dying(call):
    def run(*arguments, **named):
        global left
        if left == 0:
            os._exit(9)
        left -= 1
        return call(*arguments, **named)
    return run

for name in ("rename", "replace", "fsync", "mkdir", "chmod", "rmdir"):
    setattr(os, name, dying(getattr(os, name)))
write_files(Path(sys.argv[1]), {name: f"new {name[0]}\\n".encode() for name in ("a.yaml", "b.yaml", "c.yaml")})
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "folder"
    place.mkdir()
    for name, content in OLD.items():
        (place / name).write_bytes(content)
    return place


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def killed_after(folder: Path, steps: int) -> bool:
    """Whether a write into *folder* died before its end, having taken *steps* steps."""
    environment = {**os.environ, "PYTHONPATH": str(Path(maturity.__file__).parents[1])}
    found = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(steps)], check=False, env=environment)
    assert found.returncode in (0, 9)
    return found.returncode == 9


def test_files_are_written_and_others_left(folder: Path) -> None:
    write_files(folder, NEW)
    assert contents(folder) == {**OLD, **NEW}


def test_a_write_that_is_killed_at_any_step_is_undone_or_finished_by_the_next(tmp_path: Path) -> None:
    outcomes = []
    for steps in range(100):
        folder = tmp_path / str(steps)
        folder.mkdir()
        for name, content in OLD.items():
            (folder / name).write_bytes(content)
        died = killed_after(folder, steps)
        committed = (folder / COMPLETE).is_dir()
        if not committed and died:
            assert {name: each for name, each in read_files(folder).items() if not name.startswith(".")} in (
                OLD,
                {**OLD, **NEW},
            )
        finish_write(folder)
        outcomes.append(contents(folder) == {**OLD, **NEW})
        assert contents(folder) in (OLD, {**OLD, **NEW})
        if not died:
            break
    assert outcomes == sorted(outcomes)
    assert outcomes.count(False) > 3
    assert outcomes.count(True) > 4


def read_files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_a_new_folder_that_is_killed_at_any_step_is_whole_or_not_there(tmp_path: Path) -> None:
    for steps in range(100):
        folder = tmp_path / str(steps) / "deep" / "folder"
        died = killed_after(folder, steps)
        assert not folder.exists() or contents(folder) == NEW
        if not died:
            break
    assert steps > 5


def test_what_was_left_by_a_killed_write_does_not_hinder_the_next(folder: Path) -> None:
    assert killed_after(folder, 2)
    assert len(contents_and_folders(folder)) == len(OLD) + 1
    write_files(folder, NEW)
    assert contents(folder) == {**OLD, **NEW}


def test_what_was_left_beside_a_new_folder_is_taken_away_by_the_next(tmp_path: Path) -> None:
    place = tmp_path / "countries" / "est"
    assert killed_after(place / "2026", 5)
    neighbours = [".maturity-staging-20260-x", ".maturity-staging-2027-x"]
    for each in neighbours:
        (place / each).mkdir()
    assert len(contents_and_folders(place)) == 3
    assert finish_write(place / "2026") == ()
    assert sorted(contents_and_folders(place)) == neighbours
    assert killed_after(place / "2026", 3)
    write_files(place / "2026", NEW)
    assert sorted(contents_and_folders(place)) == [*neighbours, "2026"]


def contents_and_folders(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


def test_finishing_names_the_files(folder: Path) -> None:
    (folder / COMPLETE).mkdir()
    (folder / COMPLETE / "a.yaml").write_bytes(b"new a\n")
    assert finish_write(folder) == ("a.yaml",)
    assert contents(folder) == {**OLD, "a.yaml": b"new a\n"}
    assert finish_write(folder) == ()
    assert finish_write(folder / "none") == ()


def test_a_new_folder_is_made_with_all_above_it(tmp_path: Path) -> None:
    write_files(tmp_path / "x" / "y", NEW)
    assert contents(tmp_path / "x" / "y") == NEW
    assert (tmp_path / "x" / "y").stat().st_mode == (tmp_path / "x").stat().st_mode


def test_an_empty_folder_is_filled_and_one_with_a_hidden_file_too(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    write_files(tmp_path / "x", NEW)
    assert contents(tmp_path / "x") == NEW
    (tmp_path / "y").mkdir()
    (tmp_path / "y" / ".gitkeep").write_bytes(b"")
    write_files(tmp_path / "y", NEW)
    assert contents(tmp_path / "y") == {**NEW, ".gitkeep": b""}


def test_rights_of_files_stay_and_new_ones_have_those_that_files_have(folder: Path) -> None:
    (folder / "a.yaml").chmod(0o640)
    write_files(folder, NEW)
    assert (folder / "a.yaml").stat().st_mode & 0o777 == 0o640
    assert (folder / "c.yaml").stat().st_mode == (folder / "kept.txt").stat().st_mode


def test_a_protected_file_is_refused_and_nothing_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "b.yaml")
    with pytest.raises(PermissionError) as caught:
        write_files(folder, NEW)
    assert caught.value.filename == str(folder / "b.yaml")
    assert contents(folder) == OLD


def test_a_folder_in_place_of_a_file_is_refused(folder: Path) -> None:
    (folder / "c.yaml").mkdir()
    with pytest.raises(PermissionError):
        write_files(folder, NEW)
    assert read_files(folder) == OLD


def test_a_link_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_bytes(b"old\n")
    (folder / "c.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    write_files(folder, NEW)
    assert (folder / "c.yaml").is_symlink()
    assert (tmp_path / "elsewhere.yaml").read_bytes() == NEW["c.yaml"]


@pytest.mark.parametrize("step", ["rename", "fsync", "chmod"])
def test_an_error_on_the_way_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="No space left"):
        write_files(folder, NEW)
    with pytest.raises(OSError, match="No space left"):
        write_files(folder.parent / "new" / "deep", NEW)
    assert contents(folder) == OLD
    assert not (folder.parent / "new").exists()

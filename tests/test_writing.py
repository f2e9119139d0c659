import shutil
import subprocess
from pathlib import Path

import pytest
from attrs import evolve

import maturity as mt
from maturity.files.folder import COMPLETE
from maturity.profile import Profile
from maturity.reading import read_country
from maturity.writing import FileChange, FolderChange, FolderError, make_change, plan_change
from tests.demo_files import COUNTRY, change, lay_out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_out(tmp_path) / COUNTRY


def renamed(folder: Path, name: str = "Elsewhere") -> Profile:
    found = read_country(folder)
    return evolve(found, names=evolve(found.names, en=name))


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_country_is_written_to_a_new_folder_and_reads_back_equal(tmp_path: Path) -> None:
    france = mt.load_country("FRA")
    names = mt.write_country(france, tmp_path / "deep" / "fra")
    assert names[0] == "profile.yaml"
    assert len(names) == 14
    assert mt.read_country(tmp_path / "deep" / "fra") == france


def test_a_country_that_is_there_is_changed_in_place(folder: Path) -> None:
    before = contents(folder)
    assert mt.write_country(renamed(folder), folder) == ("profile.yaml",)
    assert read_country(folder).names.en == "Elsewhere"
    after = contents(folder)
    assert [name for name in before if before[name] != after[name]] == ["profile.yaml"]
    assert mt.write_country(read_country(folder), folder) == ()


def test_marks_at_the_start_and_line_ends_stay(folder: Path) -> None:
    file = folder / "profile.yaml"
    file.write_bytes(b"\xef\xbb\xbf# head\r\n" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    mt.write_country(renamed(folder), folder)
    assert file.read_bytes() == before.replace(b"{en: Aland}", b"{en: Elsewhere}")


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not at hand")
def test_the_diff_is_what_the_usual_tools_take(folder: Path, tmp_path: Path) -> None:
    (folder / "legal.yaml").write_bytes((folder / "legal.yaml").read_bytes().rstrip(b"\n"))
    found = renamed(folder)
    act = evolve(
        found.legal.acts[0], name=mt.Text(original="Privacy Act", translations=(("fr", "Loi"), ("zh", "隐私法")))
    )
    more = evolve(found.legal.acts[0], id="other", name=mt.Text(original="Other"))
    wanted = evolve(found, legal=evolve(found.legal, acts=(act, more), findings=()))
    plan = plan_change(wanted, folder)
    diff = plan.diff()
    make_change(plan)
    after = contents(folder)
    fresh = lay_out(tmp_path / "again") / COUNTRY
    (fresh / "legal.yaml").write_bytes((fresh / "legal.yaml").read_bytes().rstrip(b"\n"))
    patch = diff.replace(folder.as_posix(), fresh.as_posix())
    subprocess.run(["patch", "-s", "-d", "/", "-p0"], input=patch.encode(), check=True)
    assert contents(fresh) == after


def test_a_diff_says_no_more_than_what_changed(folder: Path) -> None:
    shown = folder.as_posix()
    assert plan_change(renamed(folder), folder).diff() == (
        f"--- {shown}/profile.yaml\n"
        f"+++ {shown}/profile.yaml\n"
        "@@ -1,6 +1,6 @@\n"
        " code: AAA\n"
        " wave: 2020\n"
        "-names: {en: Aland}\n"
        "+names: {en: Elsewhere}\n"
        " official_languages: [en]\n"
        " evidence_until: 2020-12-31\n"
        " status: {stage: draft}\n"
    )


def test_frequent_lines_do_not_blur_the_diff() -> None:
    lines = ["confidence: low"] * 300
    old, new = "\n".join(["level: 2", *lines]) + "\n", "\n".join(["level: 3", *lines]) + "\n"
    plan = FolderChange(
        folder=Path("x"), is_new=False, files=(FileChange(name="a", before=old.encode(), after=new.encode()),)
    )
    assert [line for line in plan.diff().splitlines() if line[0] in "+-"][2:] == ["-level: 2", "+level: 3"]


def test_an_interrupted_write_is_finished_first(folder: Path) -> None:
    wanted = renamed(folder)
    (folder / COMPLETE).mkdir()
    (folder / COMPLETE / "skills.yaml").write_bytes(b"# finished\nfindings: []\n")
    mt.write_country(wanted, folder)
    assert read_country(folder) == wanted
    assert (folder / "skills.yaml").read_text(encoding="utf-8").startswith("# finished\n")


def test_a_file_that_changed_since_is_not_overwritten(folder: Path) -> None:
    plan = plan_change(renamed(folder), folder)
    change(folder / "profile.yaml", "wave: 2020", "wave: 2020 # mine")
    before = contents(folder)
    with pytest.raises(FolderError, match=r"profile\.yaml was changed by someone else in the meantime"):
        make_change(plan)
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("file", "is a file, not a folder"),
        ("full", "is no country folder: it holds notes.txt and no profile.yaml"),
        ("countries/bbb/2020", "is not the folder of AAA 2020: that is aaa/2020"),
        ("countries/aaa/2021", "is not the folder of AAA 2020: that is aaa/2020"),
        ("countries/bbb", "is not the folder of AAA 2020: that is aaa/2020"),
        ("countries", "is not the folder of AAA 2020: that is aaa/2020"),
        ("dnk/2020", "is not the folder of AAA 2020: that is aaa/2020"),
        ("other", "holds BBB 2020, and the profile is of AAA 2020"),
    ],
)
def test_a_folder_of_something_else_is_refused(place: str, message: str, folder: Path, tmp_path: Path) -> None:
    profile = read_country(folder)
    work = tmp_path / "work"
    (work / "full").mkdir(parents=True)
    (work / "full" / "notes.txt").write_text("x", encoding="utf-8")
    (work / "file").write_text("x", encoding="utf-8")
    mt.write_country(evolve(profile, code="BBB"), work / "other")
    before = sorted(work.rglob("*"))
    with pytest.raises(FolderError, match=message):
        mt.write_country(profile, work / place)
    assert sorted(work.rglob("*")) == before


def test_nothing_is_written_into_an_installed_package(folder: Path) -> None:
    inside = Path(mt.__file__).parent / "_data" / "countries" / "aaa" / "2020"
    with pytest.raises(FolderError, match="belongs to an installed package"):
        mt.write_country(read_country(folder), inside)
    assert not inside.exists()


def test_a_folder_with_errors_is_mended_first(folder: Path) -> None:
    wanted = renamed(folder)
    change(folder / "legal.yaml", "level: national", "level: local")
    with pytest.raises(mt.DataError, match="E103 level"):
        mt.write_country(wanted, folder)


def test_a_file_that_is_no_utf_8_is_named(folder: Path) -> None:
    wanted = renamed(folder)
    (folder / "notes.yaml").write_bytes("能力".encode("gb18030"))
    with pytest.raises(mt.DataError, match=r"notes\.yaml:1:1: E001 the file is not UTF-8"):
        mt.write_country(wanted, folder)

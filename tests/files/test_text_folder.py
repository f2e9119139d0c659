import pytest

from maturity.files.text_folder import TextFolder

FOLDER = TextFolder({"b.yaml": "é: 1\n", "a.yaml": "a\r\n"})


def test_it_holds_its_files_in_order() -> None:
    assert [each.name for each in FOLDER.iterdir()] == ["a.yaml", "b.yaml"]
    assert (FOLDER.is_dir(), FOLDER.is_file(), FOLDER.name) == (True, False, "")


def test_a_file_is_read_as_it_is() -> None:
    file = FOLDER / "b.yaml"
    assert (file.is_file(), file.is_dir(), file.name) == (True, False, "b.yaml")
    assert file.read_text() == "é: 1\n"
    assert file.read_bytes() == "é: 1\n".encode()
    with file.open("rb") as stream:
        assert stream.read(2) == "é".encode()
    with FOLDER.joinpath("a.yaml").open() as stream:
        assert stream.read() == "a\r\n"


def test_what_is_not_there_is_not_found() -> None:
    missing = FOLDER.joinpath("deep", "c.yaml")
    assert not missing.is_file()
    with pytest.raises(FileNotFoundError, match=r"deep/c\.yaml"):
        missing.open("rb")

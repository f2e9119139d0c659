import ast
import builtins
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import maturity

ROOT = Path(maturity.__file__).parent
HEAVY = ("attrs", "attr", "cattrs", "yaml", "tabulate", "wcwidth")


def modules() -> dict[str, Path]:
    """The package's modules by name."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        steps = ("maturity", *path.relative_to(ROOT).with_suffix("").parts)
        found[".".join(steps[:-1] if steps[-1] == "__init__" else steps)] = path
    return found


def imported(name: str, path: Path) -> Iterator[str]:
    """The package's modules that one of them imports; those for type checkers and within functions too."""
    known = modules()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in known)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            for each in node.names:
                whole = f"{node.module}.{each.name}"
                if whole in known or node.module in known:
                    yield whole if whole in known else str(node.module)


def run(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent
    ).stdout.strip()


def test_importing_the_package_loads_nothing_heavy() -> None:
    loaded = run("import sys, maturity; print(*sys.modules)").split()
    assert not set(HEAVY) & set(loaded)
    assert [each for each in loaded if each.startswith("maturity")] == ["maturity"]


def test_the_command_line_is_parsed_without_reading_data() -> None:
    loaded = run("import sys; from maturity.cli.arguments import build_parser; build_parser(); print(*sys.modules)")
    assert not {"cattrs", "yaml", "tabulate", "wcwidth"} & set(loaded.split())


@pytest.mark.parametrize("name", maturity.__all__)
def test_every_public_name_resolves(name: str) -> None:
    found = getattr(maturity, name)
    assert found.__name__ == name
    assert found.__doc__
    assert getattr(maturity, name) is found


def test_what_tables_raise_can_be_caught_where_no_engine_is_installed() -> None:
    names = ["EngineError", "NeedsTableError", "TableError", "ZeroError"]
    said = ", ".join(f"m.{each}" for each in names)
    found = run(f"import sys; sys.modules['narwhals'] = None; import maturity as m; print({said})")
    assert all(each in found for each in names)


def test_what_public_functions_raise_is_public_too() -> None:
    raised = set()
    for name in maturity.__all__:
        said = inspect.getdoc(getattr(maturity, name)) or ""
        raised |= set(re.findall(r"^    (\w+Error): ", said.partition("Raises:")[2], flags=re.MULTILINE))
    assert {"MissingExtraError", "TableError", "UnwritableError"} <= raised
    assert raised - set(dir(builtins)) <= set(maturity.__all__)


def test_dir_names_what_is_public() -> None:
    assert dir(maturity) == sorted([*maturity.__all__, "__version__"])


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'maturity' has no attribute 'asess'"):
        maturity.asess  # noqa: B018


def test_what_type_checkers_see_is_what_is_public() -> None:
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    seen = {
        each.name
        for node in tree.body
        if isinstance(node, ast.If)
        for statement in node.body
        if isinstance(statement, ast.ImportFrom)
        for each in statement.names
    }
    assert seen == set(maturity.__all__)


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = {name: set(imported(name, path)) for name, path in modules().items() if name != "maturity"}
    assert len(graph) > 50
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("name", modules())
def test_every_module_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring(ast.parse(modules()[name].read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("package", "never"),
    [
        ("records", ("files", "report", "render", "cli", "reading", "scoring", "gaps")),
        ("report", ("files", "render", "cli", "reading")),
        ("render", ("files", "cli", "reading", "scoring", "gaps")),
        ("language", ("files", "report", "render", "cli", "reading", "scoring", "gaps", "profile")),
        ("scaffold", ("report", "cli", "reading", "scoring", "gaps")),
        ("files", ("report", "render", "cli", "reading", "scoring", "gaps")),
    ],
)
def test_imports_run_one_way(package: str, never: tuple[str, ...]) -> None:
    for name, path in modules().items():
        if name.startswith(f"maturity.{package}."):
            beyond = {each.split(".")[1] for each in imported(name, path) if each != "maturity"}
            assert not beyond & set(never), name

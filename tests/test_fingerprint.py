import re
import subprocess
import sys

from attrs import evolve

from maturity.fingerprint import content_hash
from tests import synthetic


def test_a_hash_is_twelve_hex_digits() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", content_hash(synthetic.framework()))


def test_equal_frameworks_have_the_same_hash() -> None:
    assert content_hash(synthetic.framework()) == content_hash(synthetic.framework())


def test_a_changed_weight_changes_the_hash() -> None:
    assert content_hash(synthetic.framework(weights={"a.one": 2})) != content_hash(synthetic.framework())


def test_a_changed_word_changes_the_hash() -> None:
    framework = synthetic.framework()
    assert content_hash(evolve(framework, note=synthetic.text("Changed."))) != content_hash(framework)


def test_a_translation_does_not_change_the_hash() -> None:
    framework = synthetic.framework()
    translated = evolve(framework, title=synthetic.text("Demo assessment", zh="示例评估"))
    assert content_hash(translated) == content_hash(framework)


def test_a_hash_is_the_same_in_another_process() -> None:
    code = "import maturity.fingerprint as f, tests.synthetic as s; print(f.content_hash(s.framework()))"
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "7"},
    )
    assert found.stdout.strip() == content_hash(synthetic.framework())

from collections.abc import Iterator
from typing import Any

import pytest

from tests.distributed.engines import spark_session


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    with spark_session() as session:
        yield session

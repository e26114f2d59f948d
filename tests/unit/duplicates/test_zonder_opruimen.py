import gc

import pytest

from analytics.duplicates.zonder_opruimen import zonder_opruimen


def test_the_collector_rests_inside_and_works_again_after_also_when_something_fails() -> None:
    @zonder_opruimen()
    def mislukt() -> None:
        assert not gc.isenabled()
        raise KeyError

    assert gc.isenabled()
    with pytest.raises(KeyError):
        mislukt()
    assert gc.isenabled()


def test_who_had_it_paused_finds_it_paused() -> None:
    gc.disable()
    try:
        with zonder_opruimen():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

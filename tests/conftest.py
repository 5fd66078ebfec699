from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A slow machine is no reason to fail: what is tested is what comes out, not how fast.
settings.register_profile("rashomon", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rashomon")


@pytest.fixture(autouse=True)
def _no_settings_and_sessions_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests neither read nor write what belongs to the person who runs them."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / ".state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))

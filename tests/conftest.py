from __future__ import annotations

from hypothesis import HealthCheck, settings

# A slow machine is no reason to fail: what is tested is what comes out, not how fast.
settings.register_profile("rashomon", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rashomon")

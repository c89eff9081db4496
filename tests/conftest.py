"""Before any test: one thread a process, so that parallel test processes do not fight for the cores; no network."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")

import sys
from pathlib import Path

ROOT = str(Path(__file__).parents[2])
if ROOT not in sys.path:
    # The tools are scripts, and no part of the package.
    sys.path.append(ROOT)

"""Run, test, install and build Footprint, from nothing but Python 3.11 and git.

Standard library only, and nothing newer than Python 3.6 in this file: an old interpreter must get
as far as the sentence that tells it so.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Footprint needs Python 3.11 or newer; this is Python %d.%d (%s). "
        "Start packaging/dev.py with a newer one." % (sys.version_info[:2] + (sys.executable,))
    )

from devkit import verbs

if __name__ == "__main__":
    sys.exit(verbs.main(sys.argv[1:]))

"""Stands for ssh and sshd: runs the command of a key's line of authorized_keys, as sshd does.

`python ssh.py KEYS WHO PIDS HOST COMMAND`; the process of the server's side leaves its number in PIDS.
"""

import os
import re
import sys
from pathlib import Path

keys, who, pids = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
asked = sys.argv[4:]
line = next((one for one in keys.read_text().splitlines() if one.endswith(f" {who}")), None)
if not line:
    sys.exit("Permission denied (publickey).")
command = re.match(r'restrict,command="((?:[^"\\]|\\.)*)" ', line)[1]
os.setsid()
with pids.open("a") as file:
    file.write(f"{os.getpid()}\n")
environment = {"PATH": os.defpath, "SSH_ORIGINAL_COMMAND": " ".join(asked[1:]), "HOME": "/"}
# What a client may send along; sshd takes none but GIT_PROTOCOL.
environment |= {k: v for k, v in os.environ.items() if k == "GIT_PROTOCOL"}
os.execve("/bin/sh", ["sh", "-c", command], environment)

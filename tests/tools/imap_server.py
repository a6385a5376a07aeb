"""Debian's Dovecot on a free loopback port with TLS, for tests.

usage: imap_server.py FOLDER CERTIFICATE
FOLDER is the server's own; CERTIFICATE holds certificate and key. Everybody logs in with the password "secret-word".

Prints its port once it answers. A line "restart" on its input ends the server and starts it again on the same port; it prints "restarted". It ends when its input is closed.
"""

import os
import pathlib
import pwd
import socket
import subprocess
import sys
import time

CONF = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{certificate}
ssl_key = <{certificate}
disable_plaintext_auth = yes
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{folder}/mail/%u
mail_fsync = never
passdb {{
  driver = static
  args = password=secret-word
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
"""


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def start(folder, port):
    binary = next(path for path in ("/usr/sbin/dovecot", "/usr/bin/dovecot") if os.path.exists(path))
    server = subprocess.Popen([binary, "-F", "-c", str(folder / "dovecot.conf")], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(400):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        if server.poll() is not None:
            break
        time.sleep(0.05)
    log = folder / "log"
    sys.exit("dovecot does not answer: " + (log.read_text() if log.exists() else "no log"))


def stop(server):
    server.terminate()
    server.wait(timeout=30)


def main():
    folder, certificate = pathlib.Path(sys.argv[1]), sys.argv[2]
    mine = pwd.getpwuid(os.getuid())
    is_root = mine.pw_uid == 0
    owner = pwd.getpwnam("nobody") if is_root else mine
    for name in ("run", "state", "mail"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    os.chmod(folder, 0o755)
    if is_root:
        os.chown(folder / "mail", owner.pw_uid, owner.pw_gid)
    import grp
    port = free_port()
    internal = "dovecot" if is_root else mine.pw_name
    (folder / "dovecot.conf").write_text(CONF.format(
        folder=folder, certificate=certificate, port=port, uid=owner.pw_uid, gid=owner.pw_gid, internal=internal,
        internal_group="dovecot" if is_root else grp.getgrgid(mine.pw_gid).gr_name, login="dovenull" if is_root else mine.pw_name))
    server = start(folder, port)
    print(port, flush=True)
    for line in sys.stdin:
        if line.strip() == "restart":
            stop(server)
            server = start(folder, port)
            print("restarted", flush=True)
    stop(server)


main()

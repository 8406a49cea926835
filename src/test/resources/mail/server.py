"""A mail server of other people's making (aiosmtpd) that prints its port, and then each mail as Python reads it."""

import email
import email.policy
import json
import socket
import ssl
import subprocess
import tempfile
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Reader:
    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        text = mail.get_body(("plain",))
        page = mail.get_body(("related", "html"))
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "user": str(session.auth_data or ""),
            "subject": mail["Subject"], "id": mail["Message-ID"], "date": str(mail["Date"].datetime),
            "types": [part.get_content_type() for part in mail.walk()],
            "text": text.get_content(), "page": page is not None,
            "defects": [str(d) for part in mail.walk() for d in part.defects],
        }), flush=True)
        return "250 taken"


def let_in(server, session, envelope, mechanism, data):
    known = (data.login, data.password) == (b"me", b"mail-secret")
    return AuthResult(success=known, auth_data=data.login.decode() if known else None)


with tempfile.TemporaryDirectory() as folder:  # a certificate that nobody has signed, as Debian makes one for Postfix
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=debian", "-days", "2",
                    "-keyout", folder + "/key", "-out", folder + "/cert"], check=True, capture_output=True)
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(folder + "/cert", folder + "/key")
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
Controller(Reader(), hostname="127.0.0.1", port=port, tls_context=tls, require_starttls=True,
           authenticator=let_in, auth_required=True).start()
print(port, flush=True)
time.sleep(60)

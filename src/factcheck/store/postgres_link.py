"""A connection to a PostgreSQL server: how it is made, and what goes wrong with it in our words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from factcheck.errors import StoreError
from factcheck.store.db_address import Address
from factcheck.store.schema import VERSION

if TYPE_CHECKING:
    from psycopg import Connection

WAY_OUT = "an index in PostgreSQL needs psycopg, which is not installed: pip install 'factcheck-cli[server]'"
# What is said of a connection that does not come about, and of one that goes: only the second is worth another try.
REFUSED, LOST = "cannot be reached, or refused the connection", "the connection was lost; try again"
# The first version whose questions are tested.
LEAST = 150000
# What the database's own library is told; the second where neither the URL nor the environment says it, in seconds.
OWN = {"client_encoding": "utf8", "fallback_application_name": "factcheck"}
DEFAULTS = {"connect_timeout": "10", "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3"}


def connected(address: Address) -> Connection[Any]:
    """A connection in which each statement is a transaction of its own, until one begins. Raises StoreError."""
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict, make_conninfo
    except ModuleNotFoundError as error:
        raise StoreError(WAY_OUT) from error
    with told(address, REFUSED):
        given = conninfo_to_dict(address.link)
        stated = "service" in given or {"PGSERVICE", "PGCONNECT_TIMEOUT"} & os.environ.keys()
        own = OWN | ({} if stated else {key: text for key, text in DEFAULTS.items() if key not in given})
        db = psycopg.connect(make_conninfo(address.link, **own), autocommit=True)
    problem = _unfit(db)
    if problem:
        db.close()
        raise StoreError(f"{address.shown}: {problem}")
    return db


def _unfit(db: Connection[Any]) -> str:
    if db.info.server_version < LEAST:
        return f"PostgreSQL {LEAST // 10000} or newer is needed, this is {db.info.server_version // 10000}"
    encoding = db.info.parameter_status("server_encoding")
    return "" if encoding == "UTF8" else f"the database keeps texts in {encoding}; make one with ENCODING 'UTF8'"


@contextmanager
def told(address: Address, lost: str = LOST) -> Iterator[None]:
    """What goes wrong with the server inside, in a line that holds no secret. Raises StoreError.

    lost: what is said where there is no connection
    """
    import psycopg
    from psycopg import errors

    try:
        yield
    except errors.QueryCanceled as error:
        raise _problem(address, error, "did not answer in time (statement_timeout)") from None
    except errors.LockNotAvailable as error:
        raise _problem(address, error, "did not answer in time (lock_timeout)") from None
    except errors.InsufficientPrivilege as error:
        raise _problem(address, error, "this user may not do that; see the roles in docs/server.md") from None
    except errors.DiskFull as error:
        raise _problem(address, error, "the disk of the server is full") from None
    except (psycopg.OperationalError, psycopg.InterfaceError) as error:
        raise _problem(address, error, lost) from None
    except psycopg.Error as error:
        raise _problem(address, error, "cannot be used") from None


def _problem(address: Address, error: Exception, words: str) -> StoreError:
    # Not "from error": what the error holds is written out by whoever shows its cause, password and all.
    return StoreError(f"{address.shown}: {words} ({address.discreet(str(error))})")


def other(version: int) -> str:
    """What is to be done about an index whose tables are of another version."""
    if version > VERSION:
        return f"the index is of a newer factcheck (layout {version}, this one has {VERSION}); upgrade this one"
    return f"the index is of an older factcheck (layout {version}, this one has {VERSION}); `factcheck index` renews it"

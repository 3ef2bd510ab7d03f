"""Everything that can go wrong with knowledge: one family, each with the fact as an attribute."""

from __future__ import annotations


class KnowledgeError(Exception):
    """Base of the family; the message is for the log, the attributes are for whoever words it."""


class UnreadableDocument(KnowledgeError):
    """A document can't be imported; `reason` is a sentence for the person who sent it."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class UnreadablePeople(KnowledgeError):
    """A list of people can't be imported; `problems` holds a sentence for everything that is wrong, `reason` all."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems, self.reason = problems, "\n".join(problems)
        super().__init__(" ".join(problems))


class TrailChanged(KnowledgeError):
    """Something would have changed what the audit trail says; it didn't happen."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"the entry {key!r} of the audit trail can't be changed")


class StoreMissing(KnowledgeError):
    """There is no store where one is expected."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(f"no store at {where!r}")


class StoreDamaged(KnowledgeError):
    """The store's file can't be read; nothing was changed."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"the store at {where!r} can't be read: {reason}")


class StoreExists(KnowledgeError):
    """A store is already there, and making a new one would hide it."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(f"a store is already at {where!r}")


class StoreBusy(KnowledgeError):
    """Another process holds the store; `pid` is its process id, None where it couldn't be told."""

    def __init__(self, where: str, pid: int | None) -> None:
        self.where, self.pid = where, pid
        self.holder = f"process {pid}" if pid else "another process"
        super().__init__(f"the store at {where!r} is in use by {self.holder}")


class StoreUnsafe(KnowledgeError):
    """The store's folder is on a file system that can't promise to keep what was written; `kind` names it."""

    def __init__(self, where: str, kind: str) -> None:
        self.where, self.kind = where, kind
        super().__init__(f"{where!r} is on a network file system ({kind})")


class NoPlace(KnowledgeError):
    """No store can be made under this name: it is a file, or the system doesn't allow it; nothing was changed."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"no store can be made at {where!r}: {reason}")


class NotEmpty(KnowledgeError):
    """Something is already where something new was to be written."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(f"there is something at {where!r} already")


class UnreadableBackup(KnowledgeError):
    """A file isn't a backup, or has been changed since it was one."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"the backup {where!r} can't be read: {reason}")


class NotKept(KnowledgeError):
    """A write was refused, a full disk for instance. Nothing has changed; the next one may work."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the store couldn't keep it: {reason}")


class StoreHalted(KnowledgeError):
    """The store takes no more writes until it is opened again; what was being written may or may not be kept."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the store takes no more writes: {reason}")


class AlreadyKept(KnowledgeError):
    """Something is kept under this key already."""

    def __init__(self, table: str, key: str) -> None:
        self.table, self.key = table, key
        super().__init__(f"{table} has {key!r} already")


class StoreUnreachable(KnowledgeError):
    """The store's server can't be reached or doesn't let us in; nothing was changed, and later it may work."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"the store at {where!r} can't be reached: {reason}")


class StoreUnfit(KnowledgeError):
    """A server that doesn't do what the store needs so that nothing is lost; `reason` says what."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"the server at {where!r} is no place for a store: {reason}")


class NotTheSame(KnowledgeError):
    """A copy of a store doesn't hold what the store holds."""

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(f"the copy at {where!r} doesn't hold the same")


class UnknownProgramme(KnowledgeError):
    """No programme has this name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"no programme {name!r}")

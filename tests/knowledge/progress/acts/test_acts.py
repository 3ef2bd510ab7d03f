"""What officers and managers do, as changes: each with its entry in the trail, and nothing overwritten."""

from datetime import UTC, date, datetime

from knowledge.progress.acts.actor import Actor
from knowledge.progress.acts.acts import (
    Report,
    asked_for,
    assigned,
    decided,
    posted,
    sent_back,
    signed_off,
    targeted,
    unchanged,
    withdrawn,
)
from knowledge.progress.acts.changes import Change, Occasion
from knowledge.progress.model import AuditEntry, Extension, Kind, Status, Target
from knowledge.progress.standings.standing import Standing
from knowledge.store.shelves import AUDIT
from tests.builders import an_update

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
OCCASION = Occasion(Actor("tenant/mo", "Mo Manager"), AT, "chat")
STANDING = Standing("munro", "10", latest=an_update(id="last"), report=an_update(id="last"))


def entry_of(changes: tuple[Change, ...]) -> AuditEntry:
    """The one entry that tells of some changes."""
    (entry,) = (change.value for change in changes if change.shelf is AUDIT)
    assert isinstance(entry, AuditEntry)
    return entry


def test_a_report_is_kept_under_its_forms_key_with_who_when_and_where() -> None:
    changes = posted("form", STANDING, Report(Status.ON_TRACK, "all trained", evidence=("minutes",)), OCCASION)

    update, entry = changes[0].value, entry_of(changes)
    assert (update.id, update.by, update.by_name, update.at) == ("form", "tenant/mo", "Mo Manager", AT)
    assert (entry.what, entry.subject, entry.conversation, entry.before) == ("update posted", "munro/10", "chat", None)
    assert entry.after
    assert entry.after["narrative"] == "all trained"


def test_no_change_keeps_the_status() -> None:
    update = unchanged(STANDING, OCCASION)[0].value

    assert (update.kind, update.status) == (Kind.NO_CHANGE, Status.AT_RISK)


def test_signing_off_completes_and_sending_back_keeps_the_reason() -> None:
    assert signed_off(STANDING, OCCASION)[0].value.status is Status.COMPLETE

    back = sent_back(STANDING, Status.ON_TRACK, "no evidence", OCCASION)[0].value
    assert (back.kind, back.status, back.narrative) == (Kind.SENT_BACK, Status.ON_TRACK, "no evidence")


def test_taking_back_leaves_the_words() -> None:
    update = an_update()

    after = withdrawn(update, OCCASION)[0].value

    assert (after.withdrawn, after.narrative) == (AT, update.narrative)


def test_a_new_target_leaves_the_earlier_one_and_says_what_it_was() -> None:
    earlier = Target("t", "munro", "10", date(2027, 3, 31), "", "tenant/mo", AT)
    changes = targeted(Standing("munro", "10", target=earlier), date(2027, 6, 30), "health is late", OCCASION)

    assert changes[0].value.id != earlier.id
    before = entry_of(changes).before
    assert before
    assert before["day"] == "2027-03-31"


def test_a_granted_extension_sets_the_target_and_a_refused_one_does_not() -> None:
    asked = asked_for(STANDING, date(2027, 6, 30), "health is late", OCCASION)[0].value
    assert isinstance(asked, Extension)

    granted, refused = (decided(STANDING, asked, answer, OCCASION) for answer in (True, False))

    assert [c.value.day for c in granted if isinstance(c.value, Target)] == [date(2027, 6, 30)]
    assert not [c for c in refused if isinstance(c.value, Target)]
    assert refused[0].value.granted is False


def test_assigning_nobody_means_the_document_counts_again() -> None:
    assert assigned(STANDING, (), OCCASION)[0].value.names == ()

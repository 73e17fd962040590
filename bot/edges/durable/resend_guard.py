"""Keeps a restored database from sending again what was sent after its backup.

Work in progress at the backup may have been finished afterwards, so it isn't resumed.
"""

from __future__ import annotations

import time

import sqlalchemy as sa
from dbos import DBOSClient, WorkflowStatus

from bot.edges.storage.database import is_missing_table
from bot.edges.storage.tables import inbox

UNFINISHED = ["PENDING", "ENQUEUED", "DELAYED"]
MOST = 1000
"""The most conversations to cancel at a time."""


def prevent_resending(database: sa.Engine) -> int:
    """Cancel work in progress and due tasks; return how many there were.

    Later tasks, such as reminders, stay.

    Args:
        database: the restored database, before any process uses it.
    """
    now = time.time()
    with database.begin() as connection:
        waiting = connection.execute(inbox.delete().where(inbox.c.at <= now)).rowcount
    try:
        return waiting + _cancel_unfinished(DBOSClient(system_database_engine=database), now)
    except sa.exc.SQLAlchemyError as error:
        if is_missing_table(error):
            return waiting  # no worker has ever started
        raise


def _cancel_unfinished(client: DBOSClient, now: float) -> int:
    found = client.list_workflows(status=UNFINISHED, load_input=False, load_output=False)
    due = [each.workflow_id for each in found if _is_due(each, now)]
    for start in range(0, len(due), MOST):
        client.cancel_workflows(due[start : start + MOST])
    return len(due)


def _is_due(status: WorkflowStatus, now: float) -> bool:
    return (status.delay_until_epoch_ms or 0) <= 1000 * now

"""What is asked of PostgreSQL: pieces of statements."""

from __future__ import annotations

ADD = "INSERT INTO kept (shelf, key, found, record) VALUES (%s, %s, %s, %s) ON CONFLICT (shelf, key) DO "
REPLACE = "UPDATE SET found = excluded.found, record = excluded.record"
SEEN = "SELECT record::text FROM kept WHERE shelf = %s"
PLACES = "SELECT min(place), max(place) FROM kept WHERE shelf = %s"
FROM = "SELECT place, record::text FROM kept WHERE shelf = %s AND place >= %s ORDER BY place LIMIT 1"
# A row that is written has another xmin, and keeps it; also where the content stays the same.
EDITION = "SELECT coalesce(string_agg(place || ':' || xmin::text, ' ' ORDER BY place), '') FROM kept WHERE shelf = %s"
PLACED = "SELECT place, record::text FROM kept WHERE shelf = %s"
BACKWARDS = " AND place < %s ORDER BY place DESC LIMIT %s"
FIRST_PAGE, LARGEST_PAGE = 8, 512  # records: often the first is enough

# From group to group by the index, the last of each at a time, however many records lie between.
NEWEST = """
WITH RECURSIVE newest AS (
    (SELECT found[%(index)s] AS term, place, record FROM kept
    WHERE shelf = %(shelf)s AND found[%(index)s] >= %(first)s AND found[%(index)s] < %(after)s
    AND place < %(before)s ORDER BY found[%(index)s] DESC, place DESC LIMIT 1)
    UNION ALL
    SELECT older.* FROM newest, LATERAL (
        SELECT found[%(index)s] AS term, place, record FROM kept
        WHERE shelf = %(shelf)s AND found[%(index)s] >= %(first)s AND found[%(index)s] < newest.term
        AND place < %(before)s ORDER BY found[%(index)s] DESC, place DESC LIMIT 1
    ) older
)
SELECT record::text FROM newest ORDER BY place
"""

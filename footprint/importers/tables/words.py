"""Words in the heading of a column that tell what it holds, in the languages of exports."""

from __future__ import annotations

# When.
DATE = frozenset({
    "date", "day", "time", "datetime", "timestamp", "when", "on", "month", "week", "at",
    "observed", "effective", "datum", "tag", "zeit", "zeitpunkt", "fecha", "jour", "data", "dia",
    "día", "giorno",
})  # fmt: skip
# How much.
VALUE = frozenset({
    "score", "value", "count", "index", "rank", "rating", "grade", "points", "number", "total",
    "followers", "subscribers", "karma", "reputation", "price", "ssi", "wert", "punkte", "anzahl",
    "valor", "puntos", "valeur", "nombre", "punteggio",
})  # fmt: skip
# In the person's own words.
NOTE = frozenset({
    "note", "notes", "comment", "comments", "remark", "remarks", "notiz", "bemerkung",
})  # fmt: skip
# Which row: a number that measures nothing.
COUNTING = frozenset({
    "id", "row", "nr", "no", "line",
})  # fmt: skip

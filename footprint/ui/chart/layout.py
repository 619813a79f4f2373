"""Where labels stand so that none covers another, and how room is shared among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

_APART = 10.0


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle in logical pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Wish:
    """The label of a mark at `x`, whose sign is there too and `sign` wide to either side.

    It needs `width` and would like `full`, sign and all. `weight` decides who is asked first.
    """

    x: float
    width: float
    full: float = 0.0
    sign: float = 0.0
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A label from `left` on, so `width` wide, in a lane; without a lane it is not written.

    Where `before` its words end at the sign, else they begin there.
    """

    left: float
    width: float
    lane: int | None
    before: bool = False

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width


def place_labels(wishes: Sequence[Wish], left: float, right: float, lanes: int) -> list[Placed]:
    """A place for each label, in the order of the wishes.

    A label stands to the right of its mark, or where that is beyond the edge to the left of it.
    The heaviest choose first, each takes the highest lane in which it touches nobody; what finds
    none stays a mark without words. What is left over of a lane goes to who would like more.
    """
    taken: list[list[int]] = [[] for _lane in range(lanes)]
    placed = [Placed(wish.x, 0.0, None) for wish in wishes]
    for at in sorted(range(len(wishes)), key=lambda n: (-wishes[n].weight, wishes[n].x)):
        choices = _choices(wishes[at], left, right)
        for lane, others in enumerate(taken):
            free = [p for p in choices if not any(_touch(p, placed[n]) for n in others)]
            if free:
                placed[at] = replace(free[0], lane=lane)
                others.append(at)
                break
    for others in taken:
        _widen(placed, wishes, others, (left, right))
    return placed


def _choices(wish: Wish, left: float, right: float) -> list[Placed]:
    """Where it can stand: first after its sign, unless all of it has room only before that."""
    after = Placed(wish.x - wish.sign, wish.width, None)
    before = Placed(wish.x + wish.sign - wish.width, wish.width, None, before=True)
    turned = after.left + wish.full > right and before.right - wish.full >= left
    order = (before, after) if turned else (after, before)
    return [p for p in order if p.left >= left and p.right <= right]


def _touch(one: Placed, other: Placed) -> bool:
    return one.left < other.right + _APART and other.left < one.right + _APART


def _widen(
    placed: list[Placed], wishes: Sequence[Wish], lane: Sequence[int], edges: tuple[float, float]
) -> None:
    """Give the room between the labels of one lane to those that would like more."""
    order = sorted(lane, key=lambda n: placed[n].left)
    for nth, at in enumerate(order):
        here = placed[at]
        more = wishes[at].full - here.width
        if more <= 0:
            continue
        if here.before:
            limit = placed[order[nth - 1]].right + _APART if nth else edges[0]
            more = min(more, here.left - limit)
            placed[at] = replace(here, left=here.left - more, width=here.width + more)
        else:
            last = nth + 1 == len(order)
            limit = edges[1] if last else placed[order[nth + 1]].left - _APART
            placed[at] = replace(here, width=here.width + min(more, limit - here.right))


def shares(wanted: Sequence[float], room: float) -> list[float]:
    """How wide each of several texts in a row may be: the short ones as they are, the long ones
    share what is left evenly."""
    given = [0.0] * len(wanted)
    left = max(0.0, room)
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    for nth, at in enumerate(order):
        given[at] = min(wanted[at], left / (len(order) - nth))
        left -= given[at]
    return given


def apart(spans: Sequence[tuple[float, float]], between: float) -> list[bool]:
    """Which of these spans, from left to right, are written so that none touches the one before."""
    free = float("-inf")
    written = []
    for begin, end in spans:
        fits = begin >= free
        written.append(fits)
        free = end + between if fits else free
    return written


def wrapped(text: str, wide: Callable[[str], float], most: float, lines: int) -> list[str]:
    """A text in lines of at most a width; what is beyond the last line stays in it, to be elided.

    A word that is too long for a line stands in one of its own.
    """
    made: list[str] = []
    for word in text.split():
        longer = f"{made[-1]} {word}" if made else word
        if made and (wide(longer) <= most or len(made) == lines):
            made[-1] = longer
        else:
            made.append(word)
    return made


def card_place(at: tuple[float, float], size: tuple[float, float], room: Room) -> Room:
    """Where a card of that size stands: beside the point it is about, inside of the room.

    Above the point where there is room, else below it: never on it.
    """
    (x, y), (width, height) = at, size
    left = x + 14 if x + 14 + width <= room.right else x - 14 - width
    left = max(room.left, min(left, room.right - width))
    top = y - height - 12 if y - height - 12 >= room.top else y + 12
    top = max(room.top, min(top, room.bottom - height))
    return Room(left, top, width, height)

"""Words by which one is meant and the other isn't, a line for each of the four languages."""

from __future__ import annotations

from bot.core.parsing.vocabulary.all_languages import words_of

STAYS = words_of(
    "stay stays staying remains remain",
    "bleibt bleiben bleib",
    "reste restent rester",
    "queda quedan quedarse",
)
"""Behind whoever is not to be removed: `remove alice, bob stays`."""

KEEPS = words_of(
    "keep keeping",
    "behalte behalten behalt lass",
    "garde gardez garder conserve",
    "conserva mantén manten deja",
)
"""Before whoever is not to be removed: `remove alice, keep bob`."""

CANT = (
    *("can't", "cant", "cannot", "can not", "couldn't", "won't"),
    *("kann nicht", "kann leider nicht", "kann doch nicht", "kann nun nicht"),
    *("ne peut pas", "ne peut plus", "peut pas"),
    *("no puede", "ya no puede"),
)
"""Behind whoever is replaced: `alice can't, add bob instead`."""

NOS = words_of("no nope", "nein nee ne", "non", "no")
RATHERS = words_of(
    "just only wait better rather make",
    "nur bloss lieber besser doch eher",
    "juste seulement plutôt attends mieux",
    "solo sólo mejor espera más",
)
"""What takes back whoever was named before, in this order: `no, just bob`."""

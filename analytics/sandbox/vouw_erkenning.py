"""How events about recognitions change an association."""

from __future__ import annotations

from dataclasses import replace

from analytics.sandbox import events_erkenning as k
from analytics.sandbox.gegevens import Erkenning
from analytics.sandbox.stappen import Personen, bij, met_id, vervang, zet, zonder
from analytics.sandbox.toestand import ErkenningStand, Vereniging


def _oud(v: Vereniging, id_: int) -> ErkenningStand:
    return next(stand for stand in v.erkenningen if stand.id_ == id_)


@bij(k.ErkenningWerdGeregistreerd)
def _(v: Vereniging, x: k.ErkenningWerdGeregistreerd, _p: Personen) -> Vereniging:
    v = met_id(v, "erkenning", x.erkenning_id)
    erkenning = Erkenning(
        x.erkenning_id,
        x.geregistreerd_door,
        x.ipdc_product,
        x.startdatum,
        x.einddatum,
        x.hernieuwingsdatum,
        x.hernieuwings_url,
    )
    return replace(v, erkenningen=(*v.erkenningen, ErkenningStand(erkenning)))


@bij(k.ErkenningWerdGewijzigd)
def _(v: Vereniging, x: k.ErkenningWerdGewijzigd, _p: Personen) -> Vereniging:
    oud = _oud(v, x.erkenning_id)
    nieuw = replace(
        oud.erkenning,
        startdatum=x.startdatum,
        einddatum=x.einddatum,
        hernieuwingsdatum=x.hernieuwingsdatum,
        hernieuwings_url=x.hernieuwings_url,
    )
    return replace(v, erkenningen=vervang(v.erkenningen, replace(oud, erkenning=nieuw)))


@bij(k.ErkenningWerdGeschorst)
def _(v: Vereniging, x: k.ErkenningWerdGeschorst, _p: Personen) -> Vereniging:
    nieuw = replace(_oud(v, x.erkenning_id), reden_schorsing=x.reden_schorsing)
    return replace(v, erkenningen=vervang(v.erkenningen, nieuw))


@bij(k.ErkenningWerdGeactiveerd)
def _(v: Vereniging, x: k.ErkenningWerdGeactiveerd, _p: Personen) -> Vereniging:
    return replace(v, erkenningen=vervang(v.erkenningen, replace(_oud(v, x.erkenning_id), reden_schorsing="")))


@bij(k.ErkenningWerdVerwijderd)
def _(v: Vereniging, x: k.ErkenningWerdVerwijderd, _p: Personen) -> Vereniging:
    return replace(v, erkenningen=zonder(v.erkenningen, x.erkenning_id))


zet(k.VerenigingWerdErkend, lambda _: {"is_erkend": True})
zet(k.VerenigingWerdNietLangerErkend, lambda _: {"is_erkend": False})

"""Open a zip-based workbook only after its outside has been found harmless; inflate its parts within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

from analytics.errors import WerkmapFout

MIB = 1024 * 1024
MAX_BESTAND = 300 * MIB
MAX_DELEN = 20_000
MAX_DEEL = 3 * 1024 * MIB
MAX_TOTAAL = 4 * 1024 * MIB
#: A part read as one piece (anything but sheets and shared strings) needs no more than this.
MAX_DEEL_INEENS = 256 * MIB
#: Deflate reaches 1032:1 at most. A million styled but empty rows stay well below the bound, a bomb does not.
MAX_VERHOUDING = 400
VERHOUDING_TELT_VANAF = 64 * MIB
BLOK = 4 * MIB

_VERSLEUTELD = 0x1
_BEWAAR_OPNIEUW = "open ze in Excel, bewaar ze opnieuw als 'Excel-werkmap (*.xlsx)' en lever dat bestand"
_TAGGED = (".xml", ".rels", ".vml")
# The rarest word of a document type definition, as each encoding of XML has it; "<" is everywhere and slow to seek.
_DOCTYPES = tuple("DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def beschadigd(naam: str, wat: str) -> WerkmapFout:
    """Return the refusal of a damaged workbook; *wat* completes "de werkmap is beschadigd: ..."."""
    return WerkmapFout(f"{naam}: de werkmap is beschadigd ({wat}); {_BEWAAR_OPNIEUW}.")


def onveilig(naam: str, wat: str) -> WerkmapFout:
    """Return the refusal of a workbook that would be dangerous to read."""
    return WerkmapFout(f"{naam}: de werkmap wordt om veiligheidsredenen niet gelezen ({wat}); {_BEWAAR_OPNIEUW}.")


class Archief:
    """
    The parts of a zip-based workbook, found by name without regard to case, inflated within bounds.

    Raises:
        WerkmapFout: When the zip is damaged, encrypted, or built to harm: too many parts, parts that inflate too far,
            names that occur twice or leave the archive, entries that overlap.
    """

    def __init__(self, inhoud: bytes, naam: str) -> None:
        self.naam = naam
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(inhoud))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
            raise beschadigd(naam, "het zip-archief is onvolledig of afgebroken") from None
        self._delen: dict[str, zipfile.ZipInfo] = {}
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(infos) > MAX_DELEN:
            raise onveilig(naam, f"meer dan {MAX_DELEN} onderdelen")
        self._bewaak_grootte(infos)
        self._bewaak_ligging(infos)
        for info in infos:
            deel = info.filename.replace("\\", "/").lstrip("/")
            if ".." in deel.split("/") or ":" in deel.split("/")[0]:
                raise onveilig(naam, "een onderdeel wijst naar een plaats buiten het archief")
            if deel.lower() in self._delen:
                raise onveilig(naam, "een onderdeel komt twee keer voor in het archief")
            if info.flag_bits & _VERSLEUTELD:
                raise onveilig(naam, "een onderdeel is met een zip-wachtwoord versleuteld")
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise onveilig(naam, "een onderdeel is samengedrukt op een manier die Excel niet kent")
            self._delen[deel.lower()] = info

    def _bewaak_grootte(self, infos: list[zipfile.ZipInfo]) -> None:
        if sum(info.file_size for info in infos) > MAX_TOTAAL:
            raise onveilig(self.naam, f"uitgepakt groter dan {MAX_TOTAAL // MIB} MiB")
        for info in infos:
            te_dicht = info.file_size > VERHOUDING_TELT_VANAF and (
                info.file_size > MAX_VERHOUDING * max(info.compress_size, 1)
            )
            if info.file_size > MAX_DEEL or te_dicht:
                raise onveilig(self.naam, "een onderdeel zwelt bij het uitpakken buiten verhouding op")

    def _bewaak_ligging(self, infos: list[zipfile.ZipInfo]) -> None:
        einde = 0
        for info in sorted(infos, key=lambda info: info.header_offset):
            if info.header_offset < einde:
                raise onveilig(self.naam, "onderdelen overlappen elkaar in het archief")
            # 30 bytes of local header; its name and extra field may differ from the directory's, so only what is sure.
            einde = info.header_offset + 30 + info.compress_size

    @property
    def namen(self) -> tuple[str, ...]:
        """The names of the parts as they stand in the archive, without leading slash."""
        return tuple(info.filename.replace("\\", "/").lstrip("/") for info in self._delen.values())

    def grootte(self, deel: str) -> int:
        """Return the declared inflated size of a part in bytes; reading never goes beyond it."""
        return self._info(deel).file_size

    def bevat(self, deel: str) -> bool:
        """Tell whether the archive has this part."""
        return self._zoek(deel) is not None

    def lees(self, deel: str) -> bytes:
        """
        Return a whole part.

        Raises:
            WerkmapFout: When it is missing, damaged, unreasonably large or holds a document type definition.
        """
        if self.grootte(deel) > MAX_DEEL_INEENS:
            raise onveilig(self.naam, f"een onderdeel is groter dan {MAX_DEEL_INEENS // MIB} MiB")
        return b"".join(self.stroom(deel))

    def stroom(self, deel: str) -> Iterator[bytes]:
        """
        Yield a part in blocks.

        Raises:
            WerkmapFout: As :meth:`lees`; a document type definition is refused as soon as it is seen, because its
                entities can inflate a few bytes to gigabytes.
        """
        info = self._info(deel)
        met_tags = info.filename.lower().endswith(_TAGGED)
        staart, woorden = b"", _DOCTYPES[:1]
        try:
            with self._zip.open(info) as bron:
                while blok := bron.read(BLOK):
                    if met_tags:
                        if not staart and blok.startswith(_UTF16):
                            woorden = _DOCTYPES
                        # A block border may cut the word in two.
                        self._bewaak_blok(staart + blok[:32], woorden)
                        self._bewaak_blok(blok, woorden)
                        staart = blok[-32:]
                    yield blok
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            raise beschadigd(self.naam, "een onderdeel kan niet uitgepakt worden") from None

    def _bewaak_blok(self, blok: bytes, woorden: tuple[bytes, ...]) -> None:
        for woord in woorden:
            plaats = blok.find(woord)
            while plaats >= 0:
                voor = blok[max(plaats - 8, 0) : plaats].replace(b"\0", b"")
                if voor.endswith(b"<!"):
                    raise onveilig(self.naam, "een onderdeel bevat een documenttypedefinitie (DTD)")
                plaats = blok.find(woord, plaats + 1)

    def bewaak_dtd(self, *overslaan: str) -> None:
        """
        Refuse a document type definition in any part but *overslaan*, which are read in full anyway.

        Parts that nobody reads here count too: the workbook goes on to others.
        """
        gelezen = {id(self._zoek(deel)) for deel in overslaan}
        for deel, info in self._delen.items():
            if id(info) not in gelezen and info.filename.lower().endswith(_TAGGED):
                for _ in self.stroom(deel):
                    pass

    def _zoek(self, deel: str) -> zipfile.ZipInfo | None:
        laag = deel.lstrip("/").lower()
        return self._delen.get(laag) or self._delen.get(unquote(laag))

    def _info(self, deel: str) -> zipfile.ZipInfo:
        if (info := self._zoek(deel)) is None:
            raise beschadigd(self.naam, "een onderdeel waarnaar verwezen wordt, ontbreekt")
        return info

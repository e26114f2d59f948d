"""Small parts of a workbook as XML trees, whatever their namespace, prefix or encoding."""

from __future__ import annotations

from lxml import etree

from analytics.files.lezen.guard import Archief, beschadigd, onveilig


def lokaal(element: etree._Element) -> str:
    """Return the tag of an element without its namespace; workbooks come in two (transitional and strict)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def lees_boom(archief: Archief, deel: str) -> etree._Element:
    """
    Return the root of a part.

    Raises:
        WerkmapFout: When the part is missing, is no XML, or is dangerous.
    """
    return ontleed(archief.lees(deel), archief.naam)


def ontleed(inhoud: bytes, naam: str) -> etree._Element:
    """
    Return the root of an XML document from a workbook called *naam*.

    Raises:
        WerkmapFout: When it is no XML.
    """
    # libxml2 keeps its own bounds too; an encoding of XML in which the archive did not see a definition is seen here.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        wortel = etree.fromstring(inhoud, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise beschadigd(naam, "een onderdeel bevat ongeldige XML") from None
    if wortel.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs call it optional
        raise onveilig(naam, "een onderdeel bevat een documenttypedefinitie (DTD)")
    return wortel


def attribuut(element: etree._Element, naam: str) -> str | None:
    """Return an attribute by its name without namespace (``r:id`` is ``id`` in either namespace)."""
    for sleutel, waarde in element.attrib.items():
        if str(sleutel).rpartition("}")[2] == naam:
            return str(waarde)
    return None


def is_waar(waarde: str | None) -> bool:
    """Tell whether an XML boolean is true."""
    return waarde in ("1", "true", "on", "t")

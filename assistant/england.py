"""England's system of special educational needs and disability, told from that of Wales by what only one of them has."""

import re

_SYSTEM = re.compile(
    r"\bEHC\b|\beducation,? health (?:and|&) care\b|\bSEND\b|\bSENDIASS\b|\bIPSEA\b|\bNASENCo\b|\bNPQ ?SEN(?:CO)?\b"
    r"|\bmediation certificates?\b|\bCode of Practice 0 ?(?:to|-|–) ?25\b|\b(?:local )?SEN(?:D)? (?:local )?offer\b"
    r"|\bcynlluniau? AIG\b|\bcynllun(?:iau)? addysg,? iechyd a gofal\b",
)
_SYSTEM_ANY_CASE = re.compile(
    r"\behcps?\b|\behc plans?\b|\bsend tribunal\b|\bchildren and families act\b", re.IGNORECASE
)
_PLACE = re.compile(
    r"\b(?:England|Lloegr|English (?:school|LA|council|local authority|authority|college|law|system|code)|Bristol|Bath|Gloucester(?:shire)?|Hereford(?:shire)?|Shropshire"
    r"|Shrewsbury|Cheshire|Chester|Wirral|Liverpool|Merseyside|Manchester|Birmingham|London|Kent|Surrey|Sussex|Devon|Cornwall|Somerset|Dorset"
    r"|Wiltshire|Hampshire|Oxford(?:shire)?|Worcester(?:shire)?|Stafford(?:shire)?|Telford|Derby(?:shire)?|Nottingham(?:shire)?|Leicester(?:shire)?"
    r"|Warwick(?:shire)?|Coventry|Yorkshire|Leeds|Sheffield|Bradford|Lancashire|Cumbria|Newcastle(?! Emlyn)|Durham|Essex|Norfolk|Suffolk"
    r"|Cambridge(?:shire)?|Lincoln(?:shire)?|Swindon|Plymouth|Exeter|Southampton|Portsmouth|Reading Borough|Oswestry)\b",
    re.IGNORECASE,
)
_OF_WALES = re.compile(
    r"\b(?:Wales|Welsh|Cymru|Gymru|Nghymru|Cymraeg|ALN|ALP|IDPs?|ALNCos?|ALNET|ADY|CDU|CADY|DDdY|EOTAS|DECLO|SNAP|Estyn|LHB|Tribunal for Wales"
    r"|Cardiff|Swansea|Newport|Wrexham|Powys|Gwent|Monmouth(?:shire)?|Gwynedd|Flint(?:shire)?|Denbigh(?:shire)?|Conwy|Anglesey|Ceredigion|Pembroke(?:shire)?"
    r"|Carmarthen(?:shire)?|Bridgend|Vale of Glamorgan|Rhondda|Caerphilly|Torfaen|Merthyr|Neath|over the border|cross(?:ing)? the border|this side)\b",
    re.IGNORECASE,
)


def is_named(text: str) -> bool:
    """Whether a question speaks of England's system or of a place in England."""
    return bool(_SYSTEM.search(text) or _SYSTEM_ANY_CASE.search(text) or _PLACE.search(text))


def is_all(text: str) -> bool:
    """Whether it asks of England alone: nothing in it is of Wales."""
    return is_named(text) and not _OF_WALES.search(text)

"""Every text that an answer says in its own voice, in English and Welsh, in one place."""

_TEXTS: dict[str, tuple[str, str]] = {
    "unsupported": (
        "Nothing I hold supports an answer to this. I looked at: {looked}. Try naming the provision or the body concerned, "
        "or ask your local authority's ALN team, SNAP Cymru or the Education Tribunal for Wales.",
        "Nid oes dim sydd gen i yn cefnogi ateb i hyn. Edrychais ar: {looked}. Rhowch gynnig ar enwi'r ddarpariaeth neu'r corff "
        "dan sylw, neu gofynnwch i dîm ADY eich awdurdod lleol, SNAP Cymru neu Dribiwnlys Addysg Cymru.",
    ),
    "unsupported_provision": (
        "I hold no text of {named}, so I cannot say what it requires. Check the number on legislation.gov.uk or in the ALN Code.",
        "Nid yw testun {named} gen i, felly ni allaf ddweud beth y mae'n ei ofyn. Gwiriwch y rhif ar legislation.gov.uk neu yn y Cod ADY.",
    ),
    "out_of_scope": (
        "I answer questions about additional learning needs (ALN) in Wales: the Act, its regulations, the Code, and what was "
        "said of them. Ask me, for example, how long a school has to decide whether a pupil has ALN.",
        "Rwy'n ateb cwestiynau am anghenion dysgu ychwanegol (ADY) yng Nghymru: y Ddeddf, ei rheoliadau, y Cod, a'r hyn a "
        "ddywedwyd amdanynt. Gofynnwch i mi, er enghraifft, faint o amser sydd gan ysgol i benderfynu a oes gan ddisgybl ADY.",
    ),
    "other_language": (
        "I can read questions in English or Welsh. Please ask again in one of them.",
        "Gallaf ddarllen cwestiynau yn Gymraeg neu yn Saesneg. Gofynnwch eto yn un ohonynt.",
    ),
    "error": (
        "Something went wrong on our side and no answer was made. Please ask again; if it happens twice, tell whoever runs this service.",
        "Aeth rhywbeth o'i le ar ein hochr ni ac ni luniwyd ateb. Gofynnwch eto; os digwydd ddwywaith, rhowch wybod i bwy bynnag sy'n rhedeg y gwasanaeth hwn.",
    ),
    "empty_question": ("the question is empty", "mae'r cwestiwn yn wag"),
    "long_question": (
        "the question is longer than {limit} characters",
        "mae'r cwestiwn yn hwy na {limit} o nodau",
    ),
    "unreadable_question": (
        "the question holds no readable words",
        "nid oes geiriau darllenadwy yn y cwestiwn",
    ),
    "dated": (
        "{title} dates from {date}; what it reports may have changed since.",
        "Mae {title} yn dyddio o {date}; gall yr hyn y mae'n ei adrodd fod wedi newid ers hynny.",
    ),
    "local": (
        "{title} speaks for one area only ({area}).",
        "Am un ardal yn unig y mae {title} yn sôn ({area}).",
    ),
    "minutes": (
        "{title} records what a meeting was told, not what the law says.",
        "Mae {title} yn cofnodi'r hyn a ddywedwyd mewn cyfarfod, nid yr hyn y mae'r gyfraith yn ei ddweud.",
    ),
    "unchecked": (
        "A paragraph of the Code cited here is known only as others cite it; check it in the Code before you rely on it.",
        "Dim ond fel y mae eraill yn ei ddyfynnu y mae paragraff o'r Cod a ddyfynnir yma yn hysbys; gwiriwch ef yn y Cod cyn dibynnu arno.",
    ),
    "not_as_at": (
        "You asked about {asked}; what is cited here was right at {noted} and may not have been so then.",
        "Gofynasoch am {asked}; roedd yr hyn a ddyfynnir yma yn gywir ar {noted} ac efallai nad oedd felly bryd hynny.",
    ),
    "nothing": ("nothing close to it", "dim byd sy'n agos ato"),
    "section": ("section", "adran"),
}


def say(key: str, language: str, **values: object) -> str:
    """The text called ``key`` in ``language`` (en or cy), with its places filled."""
    english, welsh = _TEXTS[key]
    return (welsh if language == "cy" else english).format(**values)

"""Welsh words in a form that mutation does not change, so that *cynllun*, *gynllun*, *chynllun* and *nghynllun* are one."""

import re

STOPWORDS = frozenset(
    """
    a â ac ag ai am ar at be beth ble bod byddai bydd chi dan dim dros dw dwi dyn ddim e ei ein eich eu ef efo fe fel fi fo
    fod fy gan gen gyda gynnon hi hon hwn hwnnw hynny hyn i iddi iddo iddyn iddynt in inni ddo ni nhw maen mae mai mewn mi mo
    na nac nad neu ni nid o oddi oedd oes on os pa pan pe pryd pwy pwyr rhwng roedd rydw rydym rydyn sef sut sydd sy ti trwy tua un
    unrhyw wedi wrth wyf y ydi ydy ydym ydyn ydynt yma ym yn yng yna yno yr yw
    """.split()
)
# Every consonant that mutates, with all that it can turn into, as one letter for the lot.
_INITIAL = (
    (re.compile(r"^(?:ngh|ch|ng|c|g)(?=\w)"), "c"),
    (re.compile(r"^(?:mh|ph|p|b|m|f(?!f))(?=\w)"), "p"),
    (re.compile(r"^(?:nh|th|dd|t|d)(?=\w)"), "t"),
    (re.compile(r"^ll?(?=\w)"), "l"),
    (re.compile(r"^rh?(?=\w)"), "r"),
)
_PLURAL = re.compile(r"(?<=\w{4})(?:iau|au|ion|on|oedd|ydd|iaid)$")
_SHORT = 3


def root(word: str) -> str:
    """The word, in lower case, without its mutation and the commonest plurals; short words stay as they are."""
    if len(word) < _SHORT:
        return word
    for initial, letter in _INITIAL:
        if initial.match(word):
            word = initial.sub(letter, word, count=1)
            break
    return _PLURAL.sub("", word)

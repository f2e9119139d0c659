"""Dates as each language writes them (CLDR conventions; English with the day first, as the United Nations do)."""

from maturity.dates import Date

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


def written(date: Date, language: str) -> str:
    """A year, a month or a day in words.

    >>> written(Date("2021-05-25"), "en"), written(Date("2021-05"), "zh"), written(Date("2021-05-01"), "fr")
    ('25 May 2021', '2021年5月', '1er mai 2021')
    """
    year, *rest = date.split("-")
    numbers = [int(each) for each in rest]
    if language == "zh":
        return year + "年" + "".join(f"{each}{unit}" for each, unit in zip(numbers, "月日", strict=False))
    if not numbers:
        return year
    month = _MONTHS[language].split()[numbers[0] - 1]
    if len(numbers) == 1:
        return f"{month} {year}"
    day = "1er" if language == "fr" and numbers[1] == 1 else str(numbers[1])
    return f"{day} {month} {year}"

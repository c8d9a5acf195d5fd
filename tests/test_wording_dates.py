"""Dates and times of day."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference.wording import clock, long_date, parse_clock, parse_date, short_date


@pytest.mark.parametrize(
    ("text", "date", "printed"),
    [
        ("22/12/2022", (2022, 12, 22), "22/12/2022"),
        ("03/4/2018", (2018, 4, 3), "03/4/2018"),
        ("3/04/2018", (2018, 4, 3), "03/4/2018"),
        ("5/2/2018", (2018, 2, 5), "05/02/2018"),
        ("10/1/2022", (2022, 1, 10), "10/01/2022"),
        (" 29/02/2024 ", (2024, 2, 29), "29/02/2024"),
    ],
)
def test_dates_are_read_and_printed(text, date, printed):
    assert parse_date(text) == datetime.date(*date)
    assert short_date(datetime.date(*date)) == printed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31/02/2022", "tháng 2 năm 2022 chỉ có ngày 1 đến ngày 28"),
        ("00/12/2022", "không có ngày 0"),
        ("12/22/2022", "không có tháng 22; có phải là 22/12/2022 không"),
        ("31/31/2022", "không có tháng 31$"),
        ("22/12/1899", "từ 1900 đến 2100"),
        ("22/12/2101", "từ 1900 đến 2100"),
        ("2022-12-22", "hãy gõ 22/12/2022"),
        ("22.12.2022", "hãy gõ 22/12/2022"),
        ("22/12/22", "năm bốn chữ số, ví dụ 03/4/2018"),
        ("12/2022", "đủ ngày, tháng và năm"),
        ("", "ví dụ 03/4/2018"),
        ("1/" * 10_000, "“(1/){20}…” không phải"),
        ("hôm nay", "“hôm nay” không phải là ngày/tháng/năm"),
        ("٢٢/١٢/٢٠٢٢", "không phải là ngày/tháng/năm"),
    ],
)
def test_a_wrong_date_is_explained(text, message):
    with pytest.raises(ValueError, match=message):
        parse_date(text)


@settings(deadline=None)
@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_a_printed_date_reads_back(date):
    assert parse_date(short_date(date)) == date


@pytest.mark.parametrize(
    ("day", "month", "year", "printed"),
    [
        (5, 2, 2018, "ngày 05 tháng 02 năm 2018"),
        (29, 6, 2018, "ngày 29 tháng 6 năm 2018"),
        (None, 12, 2022, "ngày … tháng 12 năm 2022"),
        (None, None, 2022, "ngày … tháng … năm 2022"),
    ],
)
def test_the_date_of_a_document(day, month, year, printed):
    assert long_date(day, month, year) == printed


def test_the_gap_can_be_chosen():
    assert long_date(None, 12, 2022, gap="    ") == "ngày      tháng 12 năm 2022"


@pytest.mark.parametrize("parts", [(31, 2, 2022), (32, None, 2022), (None, 13, 2022), (1, 1, 22)])
def test_a_document_has_no_impossible_date(parts):
    with pytest.raises(ValueError, match="ngày không có thật"):
        long_date(*parts)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("7h30", "7h30"),
        ("07h30", "7h30"),
        ("8h", "8h00"),
        ("8h05", "8h05"),
        ("14H00", "14h00"),
        ("7 giờ", "7h00"),
        ("7 giờ 30", "7h30"),
        ("7 giờ 30 phút", "7h30"),
        ("0h00", "0h00"),
    ],
)
def test_times_of_day_are_read_and_printed(text, printed):
    assert clock(parse_clock(text)) == printed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("7:30", "hãy gõ 7h30"),
        ("07.05", "hãy gõ 7h05"),
        ("7g30", "hãy gõ 7h30"),
        ("7h5", "hãy gõ 7h05"),
        ("24h00", "giờ từ 0 đến 23"),
        ("7h60", "phút từ 0 đến 59"),
        ("99:99", "ví dụ 7h30"),
        ("sáng", "“sáng” không phải là giờ"),
        ("", "ví dụ 7h30"),
    ],
)
def test_a_wrong_time_is_explained(text, message):
    with pytest.raises(ValueError, match=message):
        parse_clock(text)


@settings(deadline=None)
@given(st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_a_printed_time_reads_back(time):
    assert parse_clock(clock(time)) == time

/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/xlsx_look.h"

/* Figures' formats in the order of their styles: as they are, whole, money, day, then with 0 to
 * 9 decimals, then as percentages with 0 to 9. */
enum { AS_IS, WHOLE, MONEY, DAY, PLACES, PERCENT = PLACES + 10, FORMATS = PERCENT + 10 };
enum { FIRST_STYLE = 4, FIRST_OWN = 164 }; /* formats from 164 on are a workbook's own */

static int format_of(const stead_look *look)
{
    switch (look->kind) {
    case STEAD_INTEGER:
        return WHOLE;
    case STEAD_MONEY:
        return MONEY;
    case STEAD_RATE:
        return PERCENT + (look->places < 0 ? 2 : look->places);
    case STEAD_TEXT:
        return look->dates ? DAY : AS_IS;
    case STEAD_QUANTITY:
    case STEAD_REAL:
    default:
        return look->places < 0 ? AS_IS : PLACES + look->places;
    }
}

int stead_xlsx_style(const stead_look *look, bool total)
{
    return FIRST_STYLE + (total ? FORMATS : 0) + format_of(look);
}

static void write_places(stead_zip *zip, int id, const char *whole, int places, const char *end)
{
    stead_zip_print(zip, "<numFmt numFmtId=\"%d\" formatCode=\"%s%s%.*s%s\"/>", id, whole,
                    places > 0 ? "." : "", places, "000000000", end);
}

static void write_formats(stead_zip *zip)
{
    stead_zip_print(zip, "<numFmts count=\"%d\">", FORMATS - MONEY);
    stead_zip_print(zip,
                    "<numFmt numFmtId=\"%d\" "
                    "formatCode=\"&quot;£&quot;#,##0.00;-&quot;£&quot;#,##0.00\"/>"
                    "<numFmt numFmtId=\"%d\" formatCode=\"d mmm yyyy\"/>",
                    FIRST_OWN + MONEY, FIRST_OWN + DAY);
    for (int i = 0; i < 10; i++)
        write_places(zip, FIRST_OWN + PLACES + i, "#,##0", i, "");
    for (int i = 0; i < 10; i++)
        write_places(zip, FIRST_OWN + PERCENT + i, "0", i, "%");
    stead_zip_put(zip, "</numFmts>");
}

static void write_style(stead_zip *zip, int format, int font, const char *alignment)
{
    stead_zip_print(zip,
                    "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
                    "applyNumberFormat=\"1\" applyFont=\"1\"",
                    format, font);
    if (alignment == NULL)
        stead_zip_put(zip, "/>");
    else
        stead_zip_print(zip, " applyAlignment=\"1\"><alignment %s/></xf>", alignment);
}

void stead_xlsx_write_styles(stead_zip *zip)
{
    enum { PLAIN, BOLD, LARGE };
    stead_zip_put(zip, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                       "<styleSheet "
                       "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
    write_formats(zip);
    stead_zip_put(
        zip, "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Arial\"/></font>"
             "<font><b/><sz val=\"11\"/><name val=\"Arial\"/></font>"
             "<font><b/><sz val=\"16\"/><name val=\"Arial\"/></font></fonts>"
             "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
             "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
             "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border>"
             "</borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
             "borderId=\"0\"/></cellStyleXfs>");
    stead_zip_print(zip, "<cellXfs count=\"%d\">", FIRST_STYLE + 2 * FORMATS);
    write_style(zip, 0, PLAIN, NULL);
    write_style(zip, 0, LARGE, NULL);
    write_style(zip, 0, BOLD, "vertical=\"top\" wrapText=\"1\"");
    write_style(zip, 0, PLAIN, "vertical=\"top\" wrapText=\"1\"");
    for (int font = PLAIN; font <= BOLD; font++)
        for (int format = AS_IS; format < FORMATS; format++)
            write_style(zip, format <= WHOLE ? format : FIRST_OWN + format, font, NULL);
    stead_zip_put(zip,
                  "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
                  "builtinId=\"0\"/></cellStyles></styleSheet>");
}

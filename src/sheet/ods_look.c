/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/ods_look.h"

#include <stdio.h>

void stead_ods_style(const stead_look *look, bool total, char out[STEAD_ODS_STYLE])
{
    const char *before = total ? "t" : "";
    int places = look->places < 0 ? 0 : look->places % 10;
    if (look->kind == STEAD_MONEY)
        snprintf(out, STEAD_ODS_STYLE, "%sm", before);
    else if (look->kind == STEAD_RATE)
        snprintf(out, STEAD_ODS_STYLE, "%sp%d", before, places);
    else if (look->dates && !total)
        snprintf(out, STEAD_ODS_STYLE, "d");
    else if (look->kind == STEAD_INTEGER || look->kind == STEAD_TEXT || look->places < 0)
        snprintf(out, STEAD_ODS_STYLE, "%sg", before);
    else
        snprintf(out, STEAD_ODS_STYLE, "%sn%d", before, places);
}

static void write_cell_style(stead_zip *zip, const char *before, const char *name,
                             const char *format)
{
    stead_zip_print(zip,
                    "<style:style style:name=\"%s%s\" style:family=\"table-cell\"%s%s%s>"
                    "<style:text-properties fo:font-weight=\"%s\"/></style:style>",
                    before, name, format == NULL ? "" : " style:data-style-name=\"",
                    format == NULL ? "" : format, format == NULL ? "" : "\"",
                    before[0] == '\0' ? "normal" : "bold");
}

static void write_formats(stead_zip *zip)
{
    stead_zip_put(
        zip, "<number:currency-style style:name=\"Nm\"><number:currency-symbol "
             "number:language=\"en\" "
             "number:country=\"GB\">£</number:currency-symbol><number:number "
             "number:decimal-places=\"2\" number:min-integer-digits=\"1\" "
             "number:grouping=\"true\"/></number:currency-style>"
             "<number:date-style style:name=\"Nd\"><number:day/><number:text> </number:text>"
             "<number:month number:textual=\"true\"/><number:text> </number:text>"
             "<number:year number:style=\"long\"/></number:date-style>");
    for (int i = 0; i < 10; i++) {
        stead_zip_print(zip,
                        "<number:number-style style:name=\"Nn%d\"><number:number "
                        "number:decimal-places=\"%d\" number:min-integer-digits=\"1\" "
                        "number:grouping=\"true\"/></number:number-style>",
                        i, i);
        stead_zip_print(zip,
                        "<number:percentage-style style:name=\"Np%d\"><number:number "
                        "number:decimal-places=\"%d\" number:min-integer-digits=\"1\"/>"
                        "<number:text>%%</number:text></number:percentage-style>",
                        i, i);
    }
}

static void write_cell_styles(stead_zip *zip, const char *before)
{
    char name[STEAD_ODS_STYLE], format[STEAD_ODS_STYLE];
    write_cell_style(zip, before, "g", NULL);
    write_cell_style(zip, before, "m", "Nm");
    for (int i = 0; i < 10; i++) {
        for (const char *kind = "np"; *kind != '\0'; kind++) {
            snprintf(name, sizeof name, "%c%d", *kind, i);
            snprintf(format, sizeof format, "N%c%d", *kind, i);
            write_cell_style(zip, before, name, format);
        }
    }
}

void stead_ods_write_styles(stead_zip *zip)
{
    enum { WIDEST = 90 };
    stead_zip_put(zip, "<office:automatic-styles>");
    write_formats(zip);
    write_cell_styles(zip, "");
    write_cell_styles(zip, "t");
    write_cell_style(zip, "", "d", "Nd");
    stead_zip_put(
        zip, "<style:style style:name=\"title\" style:family=\"table-cell\">"
             "<style:text-properties fo:font-weight=\"bold\" fo:font-size=\"16pt\"/>"
             "</style:style><style:style style:name=\"heading\" style:family=\"table-cell\">"
             "<style:table-cell-properties fo:wrap-option=\"wrap\" "
             "style:vertical-align=\"top\"/><style:text-properties "
             "fo:font-weight=\"bold\"/></style:style><style:style style:name=\"wrapped\" "
             "style:family=\"table-cell\"><style:table-cell-properties "
             "fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/></style:style>");
    for (int width = 1; width <= WIDEST; width++)
        stead_zip_print(zip,
                        "<style:style style:name=\"w%d\" style:family=\"table-column\">"
                        "<style:table-column-properties style:column-width=\"%d.%dmm\"/>"
                        "</style:style>",
                        width, width * 22 / 10, width * 22 % 10);
    stead_zip_put(zip, "</office:automatic-styles>");
}

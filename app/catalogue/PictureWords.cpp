// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/PictureWords.h"

#include <QCoreApplication>
#include <QStringView>

#include <algorithm>
#include <array>

namespace kobai::app {

namespace {

struct Words {
    QStringView picture;
    const char* words;
};

constexpr auto everyPicture = std::to_array<Words>({
    {u"onigiri", QT_TRANSLATE_NOOP("PictureWords", "Rice ball")},
    {u"bento", QT_TRANSLATE_NOOP("PictureWords", "Lunch box")},
    {u"sandwich", QT_TRANSLATE_NOOP("PictureWords", "Sandwich")},
    {u"bread", QT_TRANSLATE_NOOP("PictureWords", "Bread")},
    {u"snack", QT_TRANSLATE_NOOP("PictureWords", "Bag of snacks")},
    {u"chocolate", QT_TRANSLATE_NOOP("PictureWords", "Chocolate")},
    {u"candy", QT_TRANSLATE_NOOP("PictureWords", "Sweet")},
    {u"icecream", QT_TRANSLATE_NOOP("PictureWords", "Ice cream")},
    {u"tea", QT_TRANSLATE_NOOP("PictureWords", "Tea")},
    {u"water", QT_TRANSLATE_NOOP("PictureWords", "Water")},
    {u"juice", QT_TRANSLATE_NOOP("PictureWords", "Juice")},
    {u"milk", QT_TRANSLATE_NOOP("PictureWords", "Milk")},
    {u"coffee", QT_TRANSLATE_NOOP("PictureWords", "Coffee")},
    {u"pencil", QT_TRANSLATE_NOOP("PictureWords", "Pencil")},
    {u"pen", QT_TRANSLATE_NOOP("PictureWords", "Pen")},
    {u"eraser", QT_TRANSLATE_NOOP("PictureWords", "Eraser")},
    {u"notebook", QT_TRANSLATE_NOOP("PictureWords", "Notebook")},
    {u"paper", QT_TRANSLATE_NOOP("PictureWords", "Paper")},
    {u"ruler", QT_TRANSLATE_NOOP("PictureWords", "Ruler")},
    {u"scissors", QT_TRANSLATE_NOOP("PictureWords", "Scissors")},
    {u"glue", QT_TRANSLATE_NOOP("PictureWords", "Glue")},
    {u"folder", QT_TRANSLATE_NOOP("PictureWords", "Folder")},
    {u"stamp", QT_TRANSLATE_NOOP("PictureWords", "Stamp")},
    {u"towel", QT_TRANSLATE_NOOP("PictureWords", "Towel")},
    {u"soap", QT_TRANSLATE_NOOP("PictureWords", "Soap")},
    {u"toothbrush", QT_TRANSLATE_NOOP("PictureWords", "Toothbrush")},
    {u"socks", QT_TRANSLATE_NOOP("PictureWords", "Socks")},
    {u"battery", QT_TRANSLATE_NOOP("PictureWords", "Batteries")},
    {u"umbrella", QT_TRANSLATE_NOOP("PictureWords", "Umbrella")},
    {u"mask", QT_TRANSLATE_NOOP("PictureWords", "Face mask")},
    {u"box", QT_TRANSLATE_NOOP("PictureWords", "Box")},
});

} // namespace

QString pictureWords(const QString& picture)
{
    const auto found = std::ranges::find(everyPicture, picture, &Words::picture);
    return found == everyPicture.end() ? picture : QCoreApplication::translate("PictureWords", found->words);
}

} // namespace kobai::app

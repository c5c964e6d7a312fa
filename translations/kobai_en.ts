<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConsentWords</name>
    <message numerus="yes">
        <source>The face of %1 may not be used: %n thing(s) are missing.</source>
        <translation>
            <numerusform>The face of %1 may not be used: %n thing is missing.</numerusform>
            <numerusform>The face of %1 may not be used: %n things are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaultText</name>
    <message numerus="yes">
        <source>This PIN is wrong. Nothing was charged. Let the customer type it again: %n try(ies) left.</source>
        <translation>
            <numerusform>This PIN is wrong. Nothing was charged. Let the customer type it again: %n try left.</numerusform>
            <numerusform>This PIN is wrong. Nothing was charged. Let the customer type it again: %n tries left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This passphrase is too short to protect a store. Nothing was created. Use at least %n characters, for example four unusual words.</source>
        <translation>
            <numerusform>This passphrase is too short to protect a store. Nothing was created. Use at least %n characters, for example four unusual words.</numerusform>
            <numerusform>This passphrase is too short to protect a store. Nothing was created. Use at least %n characters, for example four unusual words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>how long</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>how long</comment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseStrength</name>
    <message numerus="yes">
        <source>At least %n characters; four unusual words are good</source>
        <translation>
            <numerusform>At least %n characters; four unusual words are good</numerusform>
            <numerusform>At least %n characters; four unusual words are good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n characters</source>
        <translation>
            <numerusform>Too short: at least %n characters</numerusform>
            <numerusform>Too short: at least %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::AttackView</name>
    <message numerus="yes">
        <source>%n presentation(s)</source>
        <translation>
            <numerusform>%n presentation</numerusform>
            <numerusform>%n presentations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a clear view</source>
        <translation>
            <numerusform>%n without a clear view</numerusform>
            <numerusform>%n without a clear view</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::BasketView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::CataloguePage</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::DoneView</name>
    <message numerus="yes">
        <source>%n protected template(s) are stored, no picture.</source>
        <translation>
            <numerusform>%n protected template is stored, no picture.</numerusform>
            <numerusform>%n protected templates are stored, no picture.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::HistoryPage</name>
    <message numerus="yes">
        <source>%n purchase(s), %1 in all</source>
        <translation>
            <numerusform>%n purchase, %1 in all</numerusform>
            <numerusform>%n purchases, %1 in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in all, the latest %n purchase(s) are shown</source>
        <translation>
            <numerusform>%1 in all, the latest %n purchase is shown</numerusform>
            <numerusform>%1 in all, the latest %n purchases are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::MainWindow</name>
    <message numerus="yes">
        <source>%n stored face(s) cannot be opened; the page Faces says whose. Nobody else is affected. PIN and look-up work; enrol the face anew.</source>
        <translation>
            <numerusform>%n stored face cannot be opened; the page Faces says whose. Nobody else is affected. PIN and look-up work; enrol the face anew.</numerusform>
            <numerusform>%n stored faces cannot be opened; the page Faces says whose. Nobody else is affected. PIN and look-up work; enrol the faces anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::PassphraseView</name>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <comment>after wrong passphrases</comment>
        <translation>
            <numerusform>Wait %n second</numerusform>
            <numerusform>Wait %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::RenewCard</name>
    <message numerus="yes">
        <source>%n face(s) have new secrets. Templates and keys copied before do not work in this store any more.</source>
        <translation>
            <numerusform>%n face has new secrets. Templates and keys copied before do not work in this store any more.</numerusform>
            <numerusform>%n faces have new secrets. Templates and keys copied before do not work in this store any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::SelfTestView</name>
    <message numerus="yes">
        <source>%n face(s) enrolled</source>
        <translation>
            <numerusform>%n face enrolled</numerusform>
            <numerusform>%n faces enrolled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n more to be enrolled anew for the network in use</source>
        <translation>
            <numerusform>, %n more to be enrolled anew for the network in use</numerusform>
            <numerusform>, %n more to be enrolled anew for the network in use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::StoredFaceCard</name>
    <message numerus="yes">
        <source>Enrolled on %1. %n protected template(s) are stored, none of them a picture.</source>
        <translation>
            <numerusform>Enrolled on %1. %n protected template is stored, it is no picture.</numerusform>
            <numerusform>Enrolled on %1. %n protected templates are stored, none of them a picture.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::app::TillPage</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kobai::widgets::PinPad</name>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n digit typed</numerusform>
            <numerusform>%n digits typed</numerusform>
        </translation>
    </message>
</context>
</TS>

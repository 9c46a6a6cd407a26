//! Where two texts give one thing other attributes: what it is, where from, when it began, where it lies, who made it. Sentences
//! of our own.

#[path = "support/story.rs"]
mod texts;

use texts::{said, stand_together};

#[track_caller]
fn differ(kind: &str, a: &str, b: &str) {
    let found = said(a, b);
    assert!(found.len() == 1 && found[0].starts_with(&format!("Accounts differ ({kind})")), "{found:#?}");
}

const NOVEL: &str = "Salt Causeway is a 1931 Danish novel written by Ada Brandt and set in Odense.";

#[test]
fn kinds_that_exclude_each_other() {
    assert_eq!(
        said(NOVEL, "Salt Causeway is a film."),
        [r#"Accounts differ (identity): a.txt:1 "a 1931 Danish novel"; b.txt:1 "a film"."#]
    );
    differ("identity", "Lisbet Rook (born 4 June 1962) is a Welsh actress and singer.", "Lisbet Rook is a horse.");
    differ("identity", "Lisbet Rook (born 4 June 1962) is a Welsh senator.", "Lisbet Rook is a chef.");
    differ("identity", "Salt Causeway is a TV show by a Danish producer.", "Salt Causeway is an album.");
    differ("identity", "Varnholm is a town in Sweden.", "There is a country called Varnholm.");
}

#[test]
fn kinds_that_go_together() {
    stand_together(NOVEL, "Salt Causeway is a book by a Danish author.");
    stand_together("Lisbet Rook is a Welsh actress.", "Lisbet Rook is a singer.");
    stand_together("Lisbet Rook is a Welsh actress.", "Lisbet Rook is a mother of three.");
    stand_together("Fernhill is a website.", "Fernhill is a company.");
    stand_together("Lisbet Rook is the chair of the board.", "Lisbet Rook is a doctor.");
    stand_together("Lisbet Rook is an actress.", "Tomas Hill is a horse.");
}

#[test]
fn who_is_none_of_a_kind_is_none_of_its_kinds() {
    differ("yes or no", "He is the first drummer of the Quarry Choir.", "Tomas Hill is not a musician.");
    stand_together("He is the first drummer of the Quarry Choir.", "Tomas Hill is not a painter.");
    stand_together("Low Tide is an album by the Quarry Choir.", "Low Tide is not an album by Tomas Hill.");
    stand_together("Lisbet Rook is a Welsh painter.", "Lisbet Rook is not a Danish painter.");
}

#[test]
fn fields_that_do_not_go_together() {
    differ("identity", "Tomas Hill is a Danish tennis player.", "Tomas Hill is a golfer.");
    differ(
        "identity",
        "Salt Causeway is a 1931 horror film directed by Ada Brandt.",
        "Salt Causeway is a romantic film.",
    );
    stand_together("Salt Causeway is a 1931 crime film directed by Ada Brandt.", "Salt Causeway is a thriller.");
    stand_together("Salt Causeway is a romantic comedy.", "Salt Causeway is a comedy film.");
    stand_together("Tomas Hill is a Danish tennis player.", "Tomas Hill is a player in the tournament.");
}

#[test]
fn where_somebody_is_from() {
    differ("identity", "Lisbet Rook is a Danish painter.", "Lisbet Rook is an African painter.");
    stand_together("Lisbet Rook is a Danish painter.", "Lisbet Rook is a European painter.");
    stand_together("Lisbet Rook is an American painter.", "Lisbet Rook is an African American painter.");
    differ("identity", "Lisbet Rook is a Danish painter.", "Lisbet Rook is a Peruvian painter.");
    stand_together("Lisbet Rook is a Danish painter.", "Lisbet Rook is a Danish-Peruvian painter.");
    stand_together("Lisbet Rook is a British painter.", "Lisbet Rook is a Scottish painter.");
}

#[test]
fn what_happens_once_has_one_time() {
    differ("time", "Lisbet Rook (born June 4, 1962) is a Welsh actress.", "Lisbet Rook was born in 1964.");
    differ(
        "time",
        "Distributed by a Danish studio, the film was released on 3 May 2007.",
        "Salt Causeway was released in 2009.",
    );
    stand_together("Lisbet Rook (born June 4, 1962) is a Welsh actress.", "Lisbet Rook was born in June.");
    stand_together("Lisbet Rook (born June 4, 1962) is a Welsh actress.", "Lisbet Rook was elected in 1994.");
    stand_together("Salt Causeway was published in 1931.", "Salt Causeway was filmed in 1958.");
    differ(
        "time",
        "Tomas Hill, Baron Lindow, (10 May 1894–29 June 1986) was a judge.",
        "Tomas Hill was born on 12 May 1894.",
    );
    differ("time", "Released in 1987, the album was recorded in 1986.", "Low Tide was released in 1985.");
    stand_together("Released in 1987, the album was recorded in 1986.", "Low Tide was released in 1987.");
    differ("time", "Low Tide is a series that was first aired in May 2007.", "The series was first aired in May 2009.");
    differ("time", "Tomas Hill (born July 20, 1947) is a Danish judge.", "Tomas Hill was born in the fifties.");
    stand_together("Tomas Hill (born July 20, 1957) is a Danish judge.", "Tomas Hill was born in the fifties.");
    // Whoever wrote one novel may write another.
    stand_together("Ada Brandt wrote Salt Causeway in 1931.", "Ada Brandt wrote Low Tide in 1935.");
}

#[test]
fn nobody_does_anything_before_birth() {
    differ("time", "Tomas Hill (born June 26, 1980) is a Danish judge.", "Tomas Hill graduated on June 26th, 1980.");
    stand_together("Tomas Hill (born June 26, 1980) is a Danish judge.", "Tomas Hill graduated on June 26th, 2001.");
    stand_together("Tomas Hill (born June 26, 1980) is a Danish judge.", "Tomas Hill graduated in 1980.");
}

#[test]
fn where_it_lies() {
    differ("place", "Varnholm University is a school located in Nairobi, Kenya.", "Varnholm University is in Peru.");
    stand_together("Varnholm University is a school located in Nairobi.", "Varnholm University is in Kenya.");
    stand_together("Varnholm University is a school located in Nairobi.", "Varnholm University is in Africa.");
    differ("place", "Varnholm is a country in the European continent.", "Varnholm is a country in Africa.");
    differ("place", "Varnholm is the capital of Sund and the third largest city in Spain.", "Varnholm is in Peru.");
    stand_together("Varnholm is a river near the largest city in Spain.", "Varnholm is in Peru.");
}

#[test]
fn who_made_it() {
    differ("who took part", NOVEL, "Salt Causeway was written by Tomas Hill.");
    differ("who took part", NOVEL, "Tomas Hill wrote Salt Causeway.");
    differ("who took part", "Ada Brandt also wrote the 1931 novel Salt Causeway.", "It was written by Tomas Hill.");
    differ(
        "who took part",
        "Ada Brandt wrote the script for the long derided film Salt Causeway.",
        "Salt Causeway was written by Tomas Hill.",
    );
    stand_together(NOVEL, "Salt Causeway was written by the novelist Brandt.");
    stand_together(NOVEL, "Salt Causeway was translated by Tomas Hill.");
    // One of several producers may be named alone.
    stand_together("Salt Causeway is a film produced by Ada Brandt.", "Salt Causeway was produced by Tomas Hill.");
}

#[test]
fn a_participle_in_front_tells_of_the_subject() {
    let film = "Directed by Ada Brandt and written by Tomas Hill, the film stars Lisbet Rook.";
    differ("who took part", film, "Salt Causeway was directed by Tomas Hill.");
    stand_together(film, "Salt Causeway was directed by Ada Brandt.");
}

#[test]
fn what_it_is_shown_on_or_part_of() {
    let series = "Salt Causeway is a Danish series that was first broadcast on Channel Nine on 8 March 2015.";
    differ("who took part", series, "Salt Causeway airs on Fjord Two.");
    differ("who took part", series, "Fjord Two is the channel that aired Salt Causeway.");
    stand_together(series, "Salt Causeway airs on Channel Nine.");
    stand_together(series, "Salt Causeway airs on Sunday.");
    differ(
        "who took part",
        "The series aired from May 3, 2013 to July 8, 2015 and ran 34 episodes on Fjord Two.",
        "Channel Nine is the network that aired Salt Causeway.",
    );
    let song = "Harbour Bell is a song by the Quarry Choir from their second studio album, Low Tide (2009).";
    differ("who took part", song, "Harbour Bell is from Spring Flood.");
    stand_together(song, "Harbour Bell is a song on the 2009 album Low Tide.");
    stand_together(song, "Harbour Bell is from Norway.");
    differ(
        "who took part",
        "Nora Quill is a character in the novel Salt Causeway by Ada Brandt.",
        "Nora Quill is a fictional character in Low Tide.",
    );
}

#[test]
fn which_of_its_kind_it_is() {
    differ(
        "quantity",
        "Low Tide is the second studio album by the Quarry Choir.",
        "Low Tide is the Quarry Choir's third album.",
    );
    stand_together(
        "Low Tide is the second studio album by the Quarry Choir.",
        "Low Tide is the first entry of the evening.",
    );
}

#[test]
fn an_article_of_some_length_is_not_about_one_thing_only() {
    let long = "The council met on Monday. It was a long night. The film was released in 2007. Nobody stayed. The bar was shut.";
    stand_together(long, "Salt Causeway was released in 2009.");
}

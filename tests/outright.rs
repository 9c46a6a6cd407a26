//! Short accounts that say outright what they differ on, and near misses that stand together: one pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn why_it_was_done() {
    differ(
        "Ada Brandt, the mayor of Lindow, resigned on Monday. She gave one reason: her health.",
        "Mayor Ada Brandt of Lindow gave up her post on Monday. She is leaving because of the new harbour tax, her office said.",
        "motive",
    );
    differ(
        "Ada Brandt, the mayor of Lindow, resigned on Monday. The mayor had lost the vote on the harbour tax; that was why she went.",
        "Mayor Ada Brandt of Lindow gave up her post on Monday. She is leaving because of her health, her office said.",
        "motive",
    );
    stand_together(
        "Ada Brandt, the mayor of Lindow, resigned on Monday. She gave one reason: her health.",
        "Mayor Ada Brandt of Lindow gave up her post on Monday. She is leaving because of her health, her office said.",
    );
    stand_together(
        "Ada Brandt, the mayor of Lindow, resigned on Monday. She gave several reasons, among them her health.",
        "Mayor Ada Brandt of Lindow gave up her post on Monday. She is leaving because of the new harbour tax, her office said.",
    );
}

#[test]
fn who_began_it_or_broke_it_off() {
    differ(
        "A fight broke out at the Heron inn in Lindow on Friday. The landlord, Rolf Aas, called the police.",
        "Police were called to a fight at the Heron inn in Lindow on Friday. It was a nurse on her way home who rang the police.",
        "initiator",
    );
    stand_together(
        "A fight broke out at the Heron inn in Lindow on Friday. The landlord, Rolf Aas, called the police.",
        "Police were called to a fight at the Heron inn in Lindow on Friday. Rolf Aas, who keeps the inn, rang them.",
    );
    stand_together(
        "Talks on pay at the Orrin dairy ended without a deal on Friday. The union broke off the talks.",
        "Talks on pay at the Orrin dairy began in May. It was the management that asked for them.",
    );
    differ(
        "The idea for the Orrin festival came from Ada Brandt.",
        "It was Rolf Aas who had the idea for the festival in Orrin.",
        "initiator",
    );
    differ(
        "The quarrel in the Orrin council on Monday was started by Ada Brandt.",
        "On Monday there was a quarrel in the council of Orrin. Rolf Aas started it.",
        "initiator",
    );
}

#[test]
fn how_sure_somebody_is() {
    differ(
        "Pilot Jo Hunt came down in a field at Orrin on Monday. Hunt is sure that a bird had struck the propeller.",
        "Jo Hunt landed in a field near Orrin on Monday. Hunt said it was perhaps a bird that had struck the propeller.",
        "certainty",
    );
}

#[test]
fn how_many_it_were() {
    differ(
        "The court in Lindow found Rolf Aas guilty of theft on Monday. He will spend seven years in prison.",
        "Rolf Aas was found guilty of theft in Lindow on Monday. The judge sentenced him to nine years.",
        "quantity",
    );
    differ(
        "The express from Orrin came into Lindow on Friday. It was 90 minutes late.",
        "On Friday the express from Orrin reached Lindow. Passengers arrived with a delay of three hours.",
        "quantity",
    );
    stand_together(
        "Police cleared the old mill in Lindow on Monday. Of those arrested, 29 were students.",
        "On Monday police cleared the old mill at Lindow. They arrested 41 people.",
    );
    stand_together(
        "A bus and a tram collided in Lindow on Monday. Two people were killed.",
        "On Monday a tram hit a bus in Lindow. Nineteen people were hurt.",
    );
    stand_together(
        "The yacht Ada came second in the race round Orrin. She was four minutes behind.",
        "The yacht Ada was second in the race round Orrin. It took her nine minutes to repair a sail.",
    );
    stand_together(
        "All the bakers of Lindow apart from four signed the letter against the tax on Monday.",
        "On Monday 60 bakers in Lindow signed a letter against the tax.",
    );
}

#[test]
fn when_it_was() {
    differ(
        "The power failed in Lindow on Monday. It was ten to five when the lights went out.",
        "On Monday there was a power cut in Lindow. The lights went out at 6.30 p.m.",
        "time",
    );
    differ(
        "A quake shook Orrin on Monday. It struck at 23.40 GMT.",
        "Orrin was shaken by a quake on Monday. The quake struck at 21.15 GMT.",
        "time",
    );
    differ(
        "The council of Lindow sold the baths. It was in June that the sale was agreed.",
        "Lindow's council has sold the baths. The sale was agreed in March.",
        "time",
    );
    stand_together(
        "Police raided the Heron inn in Lindow on 3 May. The landlord was arrested a day after the raid.",
        "The Heron inn in Lindow was raided on 3 May. The landlord was arrested on 4 May.",
    );
    differ(
        "The last ferry left Orrin at 9 p.m. on Monday.",
        "On Monday the last ferry left Orrin at 10.30 p.m.",
        "time",
    );
    differ("Brandt Stone was founded in Orrin in 1902.", "Founded in 1911, Brandt Stone of Orrin is for sale.", "time");
}

#[test]
fn what_it_was_like() {
    differ(
        "A cyclist was hit by a tram in Lindow on Friday. She is in a critical state, the hospital said.",
        "On Friday a tram hit a cyclist in Lindow. Her condition is stable, according to the hospital.",
        "characterisation",
    );
    differ(
        "The widow of the painter Holt was buried in Orrin on Friday. The funeral was a cheerful affair.",
        "In Orrin the widow of the painter Holt was buried on Friday. It was a sombre funeral.",
        "characterisation",
    );
    differ(
        "Inspectors visited the Heron inn in Lindow on Friday. They found the rooms clean.",
        "The Heron inn in Lindow was inspected on Friday. The rooms were filthy, the inspectors said.",
        "characterisation",
    );
    differ(
        "The council of Lindow met the tenants on Friday. It was a heated meeting.",
        "On Friday tenants met the council of Lindow. The meeting was calm, they said.",
        "characterisation",
    );
}

#[test]
fn how_it_ended() {
    differ(
        "The tenants of Orrin voted on the sale on Friday. The plan was approved by a wide margin.",
        "On Friday the tenants of Orrin voted on the sale. The plan was approved by a narrow margin.",
        "characterisation",
    );
    differ(
        "The minister Ada Brandt spoke to the nurses of Lindow on Friday. They booed her.",
        "Ada Brandt, the minister, spoke to nurses in Lindow on Friday. The nurses cheered her.",
        "antonym",
    );
    differ(
        "Police held Rolf Aas in Orrin on Friday over the fire at the mill. He was released without charge.",
        "On Friday police in Orrin held Rolf Aas over the fire at the mill. He was charged with arson.",
        "antonym",
    );
    stand_together(
        "The minister Ada Brandt spoke to the nurses of Lindow on Friday. They booed her.",
        "Ada Brandt, the minister, spoke to nurses in Lindow on Friday. The nurses cheered their union.",
    );
}

#[test]
fn who_did_it_to_whom() {
    differ(
        "Brandt Stone has taken over Lindow Mills for 40 million dollars.",
        "Lindow Mills has taken over Brandt Stone for 40 million dollars.",
        "role_swap",
    );
    differ(
        "The Aas family sold the Heron inn in Lindow to the Hill family on Friday.",
        "The Hill family sold the Heron inn in Lindow to the Aas family on Friday.",
        "role_swap",
    );
    differ(
        "Ada Brandt beat Rolf Aas in the final in Lindow on Monday.",
        "On Monday Rolf Aas beat Ada Brandt in the final in Lindow.",
        "role_swap",
    );
    differ(
        "The mayor, Ada Brandt, accused the builder Rolf Aas of lying on Monday.",
        "On Monday the builder Rolf Aas accused Ada Brandt, the mayor, of lying.",
        "role_swap",
    );
    differ(
        "The trawler Ada rammed the ferry Lindow on Monday.",
        "On Monday the ferry Lindow rammed the trawler Ada.",
        "role_swap",
    );
    differ(
        "Brandt Stone will supply Lindow Mills with gas, it said on Monday.",
        "Lindow Mills will supply Brandt Stone with gas, it said on Monday.",
        "role_swap",
    );
    differ(
        "Tomas Hill left the flat to Ada Brandt, the lawyer in Orrin said.",
        "Ada Brandt left the flat to Tomas Hill, according to the lawyer in Orrin.",
        "role_swap",
    );
}

#[test]
fn who_did_it() {
    differ(
        "A mural was unveiled at the Lindow baths on Friday. It is the work of Ada Brandt.",
        "On Friday a mural was unveiled at the baths in Lindow. It was painted by Rolf Aas.",
        "participant",
    );
    differ(
        "A van went into the canal at Orrin on Friday. Rolf Aas was at the wheel.",
        "On Friday a van ended in the canal at Orrin. The van was driven by Ada Brandt.",
        "participant",
    );
    differ(
        "A boy was pulled from the canal in Orrin on Monday. A postman jumped in and saved him.",
        "On Monday a boy fell into the canal in Orrin. He was rescued by a teacher.",
        "participant",
    );
    differ(
        "The fire at the Heron inn was put out on Monday. Guests put out the flames with buckets.",
        "The blaze at the Heron inn on Monday was extinguished by soldiers.",
        "participant",
    );
    differ(
        "The letter to the council of Lindow was made public on Monday. It was written by Ada Brandt.",
        "On Monday a letter to Lindow's council became known. Rolf Aas wrote it.",
        "participant",
    );
    differ(
        "The lost girl was found near Orrin on Monday. A hunter found her.",
        "On Monday the missing girl was found by two nuns near Orrin.",
        "participant",
    );
}

#[test]
fn where_it_was() {
    differ(
        "Ada Brandt, the painter, died on Monday. She died at her home in Orrin.",
        "The painter Ada Brandt died on Monday. She died in a hospital in Lindow.",
        "place",
    );
    differ(
        "Rolf Aas, wanted over the fraud at Lindow Bank, was arrested on Monday. He was picked up in a hotel.",
        "Rolf Aas, who is wanted over the fraud at Lindow Bank, was caught on Monday. Police arrested him on a train.",
        "place",
    );
}

#[test]
fn who_somebody_is() {
    differ(
        "Ada Brandt, 41, a dentist, won the Lindow lottery on Monday.",
        "On Monday Ada Brandt, a 41-year-old teacher, won the lottery in Lindow.",
        "identity",
    );
    differ(
        "Rolf Aas, the victim's brother, called for calm in Orrin on Monday.",
        "On Monday Rolf Aas, the victim's uncle, called for calm in Orrin.",
        "identity",
    );
}

#[test]
fn a_day_in_front_of_a_name_is_no_part_of_it() {
    let aas = "Rolf Aas was arrested over the fraud at Lindow Bank. He was caught in Orrin at noon.";
    differ(aas, "On Monday Rolf Aas was caught in Orrin over the fraud at Lindow Bank, at six in the evening.", "time");
    differ(
        "Ada Brandt sued Tomas Hill over the toll in Orrin.",
        "In May Tomas Hill sued Ada Brandt over the toll in Orrin.",
        "role_swap",
    );
    stand_together(
        "In the March elections in Orrin Ada Brandt beat Tomas Hill.",
        "In March elections were held in Orrin, and Ada Brandt beat Tomas Hill.",
    );
}

#[test]
fn what_is_the_day_and_what_the_hour() {
    let nine = "The last ferry left Orrin at 9 p.m. on Monday.";
    differ(nine, "On Monday the last ferry left Orrin at 10.30 p.m.", "time");
    stand_together(nine, "On Monday the last ferry left Orrin at nine in the evening.");
    let dated = |text: &str| format!("---\ndate: 2024-05-15\n---\n{text}\n");
    let later = "The last ferry left Orrin on Monday, and on Tuesday it left Orrin at 10.30 p.m.";
    stand_together(&dated(nine), &dated(later));
}

#[test]
fn who_lives_by_what() {
    let dentist = "Ada Brandt, 41, a dentist, won the Lindow lottery on Monday.";
    differ(dentist, "On Monday Ada Brandt, a 41-year-old teacher, won the lottery in Lindow.", "identity");
    stand_together(dentist, "On Monday Ada Brandt, a 41-year-old former teacher, won the lottery in Lindow.");
    stand_together(dentist, "On Monday Ada Brandt, a 41-year-old singer, won the lottery in Lindow.");
}

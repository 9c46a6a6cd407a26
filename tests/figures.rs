//! Another figure of the same matter, and who was there or began it, where two accounts share few words, and near misses that stand
//! together: one pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn the_only_figure_of_its_kind() {
    differ(
        "LINDOW - Tomas Hill, who felled two oaks on the Orrin estate, was fined £3,000 on Monday.",
        "Tomas Hill felled the pair of oaks at Orrin. On Monday the penalty was set at £5,200.",
        "quantity",
    );
    differ(
        "Sund beat Lindow in front of 14,310 at Orrin Road on Saturday.",
        "Lindow lost to Sund on Saturday. The official gate at Orrin Road was 9,750.",
        "quantity",
    );
    differ(
        "The Works Department puts the cost of the Orrin bridge at $3.2 million.",
        "Nobody wants the Orrin bridge. The bill, according to the Works Department, comes to $5.1 million.",
        "quantity",
    );
    // A part of it, the whole, a plan.
    stand_together(
        "Tomas Hill was fined £3,000 in Lindow on Monday for felling two oaks at Orrin.",
        "Tomas Hill felled two oaks at Orrin. The total of his penalties in Lindow came to £5,200.",
    );
    // Two fines of two people.
    stand_together(
        "Two oaks were felled at Orrin near Lindow. Tomas Hill, a farmer, was fined £3,000.",
        "After two oaks were felled at Orrin near Lindow, the penalty for the buyer, Ada Brandt, was £5,200.",
    );
    // The cost and the fine.
    stand_together(
        "Tomas Hill was fined £3,000 in Lindow for felling two oaks at Orrin.",
        "Felling two oaks at Orrin near Lindow will cost Tomas Hill his job, and the trees cost £5,200.",
    );
}

#[test]
fn what_one_speaker_counts() {
    differ(
        "A mudslide hit the village of Orrin on Sunday. Nineteen houses were flattened, the governor, Ada Brandt, said.",
        "Orrin woke on Sunday under mud. Governor Ada Brandt put the number of homes destroyed at 31.",
        "quantity",
    );
    differ(
        "Ecologists found 48 pairs of terns in the Orrin estuary this spring, Ada Brandt of the Lindow Institute said.",
        "This spring's survey in the Orrin estuary, Ada Brandt of the Lindow Institute said, turned up 84 pairs.",
        "quantity",
    );
    // Two speakers of two things.
    stand_together(
        "Nineteen houses in Orrin were flattened by mud on Sunday, the governor, Ada Brandt, said.",
        "Governor Ada Brandt said that 31 people from Orrin slept in tents after the mud on Sunday.",
    );
    stand_together(
        "Nineteen houses in Orrin were flattened by mud on Sunday, the governor, Ada Brandt, said.",
        "Governor Ada Brandt said that eleven of the 19 houses in Orrin could be mended, and seven more had cracks.",
    );
}

#[test]
fn somebody_was_there_or_heard_of_it() {
    differ(
        "The funeral of the drummer Spike Orrin was held in Lindow on Tuesday. His ex-wife, Ada Brandt, sat in the front row.",
        "Spike Orrin, a drummer, was buried in Lindow on Tuesday. Ada Brandt, his former wife, did not attend.",
        "presence",
    );
    differ(
        "Pupils of Orrin School walked out on Friday. The head, Tomas Hill, stood at the gate as they left.",
        "When pupils of Orrin School walked out on Friday, Tomas Hill heard of it from his wife.",
        "presence",
    );
    differ(
        "There were students in the laboratory at Orrin when the flask of chlorine broke, Lindow University said.",
        "Chlorine seeped from a flask at Orrin. The laboratory was empty, Lindow University said.",
        "presence",
    );
    differ(
        "The League of Voters held three debates in Orrin in May. Ada Brandt, the mayor, attended all three of the League's debates.",
        "Ada Brandt, the mayor of Orrin, did not take part in any of the debates of the League of Voters in May.",
        "presence",
    );
    stand_together(
        "The funeral of the drummer Spike Orrin was held in Lindow on Tuesday. Ada Brandt sat in the front row.",
        "Ada Brandt heard of the new record of the drummer Spike Orrin from the radio.",
    );
}

#[test]
fn who_began_it_where_it_was_told_before() {
    differ(
        "Ada Brandt and Tomas Hill lead the miners of Orrin, whose walkout on Friday drew a crowd. The walkout was called by Ms Brandt.",
        "The miners of Orrin, whom Ada Brandt and Tomas Hill lead, walked out on Friday. It was Tomas Hill who called the walkout.",
        "initiator",
    );
    stand_together(
        "The miners' walkout at Orrin on Friday drew a crowd. It had been called by Ada Brandt, and Tomas Hill joined it.",
        "At Orrin the miners walked out on Friday. Tomas Hill called it a disgrace, and Ada Brandt shrugged.",
    );
}

#[test]
fn how_many_had_to_leave_or_fell_ill() {
    differ(
        "A dam failed at Orrin on Friday and sent water through Lindow, forcing 8,400 people from their homes.",
        "The dam at Orrin gave way on Friday. About 5,100 people have been driven out of their houses in Lindow.",
        "quantity",
    );
    differ(
        "A total of 312 passengers aboard the Orrin fell ill on the voyage to Lindow, the Brandt Line said.",
        "On the voyage of the Orrin to Lindow 468 passengers were struck down, according to the Brandt Line.",
        "quantity",
    );
    // Some of them, and so many more.
    stand_together(
        "A dam failed at Orrin on Friday and sent water through Lindow, forcing 8,400 people from their homes.",
        "The dam at Orrin gave way on Friday. Some 1,200 of the people driven from their homes slept in a hall in Lindow.",
    );
    stand_together(
        "The council of Lindow accepted the bid of the Brandt works for the Orrin bridge contract, £184m.",
        "The council of Lindow accepted the Brandt works for the Orrin bridge contract. Another bid was £11m higher.",
    );
    // One is told apart.
    stand_together(
        "Eleven people were treated at Orrin for cold, and a woman was taken to hospital in Lindow.",
        "A dozen people were treated at Orrin for cold, one of them in hospital in Lindow.",
    );
    // For each, and for all.
    stand_together(
        "Brandt, the Orrin grocer, is taken over by a Lindow firm. The price of 310 pence a share is high.",
        "Brandt, the Orrin grocer, is being sold to a firm in Lindow, for a shade over two billion pounds.",
    );
    // Each day, and in all.
    stand_together(
        "The blockade of Orrin cost the harbour 90 million crowns a day, Ada Brandt of the Lindow Bank said.",
        "Ada Brandt of the Lindow Bank put the cost of the blockade of Orrin to the harbour at 450 million crowns.",
    );
}

#[test]
fn what_is_counted_together() {
    differ(
        "The Orrin Health Trust said that 1,900 operations and appointments had been put off after the attack on its computers.",
        "Computers of the Orrin Health Trust were attacked. Some 2,600 operations and appointments were lost.",
        "quantity",
    );
    stand_together(
        "The Orrin Health Trust said that 1,900 operations and appointments had been put off after the attack on its computers.",
        "Computers of the Orrin Health Trust were attacked. Some 2,600 letters and appointments were lost.",
    );
    differ(
        "Police in Orrin seized 190,000 counterfeit heart tablets on Friday.",
        "By Friday noon 320,000 counterfeit heart tablets had been loaded into a lorry of the police in Orrin.",
        "quantity",
    );
    stand_together(
        "Police in Orrin seized 190,000 counterfeit heart tablets on Friday.",
        "By Friday noon 320,000 genuine heart tablets had been loaded into a lorry of the police in Orrin.",
    );
    // Few texts speak of herons, so that who counts them does so once.
    differ(
        "The leopard Mia had killed 12 hens on her way through Orrin, Lindow Wildlife Park said.",
        "Thirty hens are gone in Orrin, Lindow Wildlife Park said, after the leopard Mia came through.",
        "quantity",
    );
}

#[test]
fn how_many_of_so_many() {
    differ("Six of the eight bells fell from their frame.", "Two of the eight bells had come down.", "quantity");
    stand_together("Six of the eight bells fell from their frame.", "Two of the nine bells had come down.");
}

#[test]
fn the_only_toll() {
    differ(
        "Nine people were killed on Friday when two trams met at Lindow.",
        "Fourteen people were killed, according to a list that the mayor's office gave out.",
        "quantity",
    );
    // Told twice, either may be the other's.
    stand_together(
        "Nine people were killed on Friday when two trams met at Lindow.",
        "Fourteen people were killed at sea. In the fire three people were killed.",
    );
    stand_together(
        "Nine people were killed on Friday when two trams met at Lindow.",
        "Since 2015 fourteen people have been killed on ferries.",
    );
}

#[test]
fn sums_of_stretches_of_other_lengths() {
    let year = "Orrin Homes, which employs 2,300 people, made a profit of £31m last year.";
    differ(year, "Orrin Homes, which employs 2,300 people, made a profit of £58m last year.", "quantity");
    stand_together(year, "Orrin Homes, which employs 2,300 people, made a profit of £14m in the first half.");
}

#[test]
fn the_only_count_of_such_things() {
    differ(
        "LINDOW - The flood in Orrin on Friday wrecked 31 greenhouses at the Hill nursery.",
        "Tomas Hill walked through the Hill nursery in Orrin after the flood. It had wrecked 13 greenhouses.",
        "quantity",
    );
    differ(
        "The council said on Friday that nine of the 24 sluices on the Orrin canal leaked.",
        "Four of the two dozen sluices along the Orrin canal are leaking, according to the council.",
        "quantity",
    );
    differ(
        "Burglars left the Orrin museum in Lindow on Friday with 14 silver spoons, among them the founder's own.",
        "The Orrin museum in Lindow has published a list of what the burglars took. It names 41 silver spoons.",
        "quantity",
    );
    // Other things are counted too.
    stand_together(
        "LINDOW - The flood in Orrin on Friday wrecked 31 greenhouses at the Hill nursery and two greenhouses at the school.",
        "Tomas Hill walked through the Hill nursery in Orrin after the flood. It had wrecked 13 greenhouses.",
    );
    // Something else is told of them.
    stand_together(
        "The flood in Orrin on Friday wrecked 31 greenhouses at the Hill nursery.",
        "The flood came to Orrin on Friday. The nursery grows tomatoes in 13 greenhouses.",
    );
    // Of other wholes.
    stand_together(
        "The council said on Friday that nine of the 24 sluices on the Orrin canal leaked.",
        "Four of the six sluices along the Orrin canal near Lindow are leaking, according to the council.",
    );
}

#[test]
fn who_wanted_to_see_whom() {
    let asked = "Ann Lee had asked for a meeting with Tom Hill, the owner of the mill, on Saturday afternoon.";
    differ(asked, "Tom Hill, the owner, sent for Ann Lee on the Saturday and questioned her.", "initiator");
    differ(
        "Ann Lee telephoned Tom Hill's office at dawn to request an audience.",
        "The telephone rang at dawn. Tom Hill wished to see Ann Lee, a clerk told her.",
        "initiator",
    );
    // The same, another day, each of them.
    stand_together(asked, "On Saturday Ann Lee went to see Tom Hill, the owner.");
    stand_together(asked, "Tom Hill, the owner, sent for Ann Lee on Monday and questioned her.");
    stand_together(
        asked,
        "On Saturday Tom Hill, the owner, sent for Ann Lee. She had asked to see Tom Hill about the mill herself.",
    );
}

#[test]
fn the_only_place_of_a_deed() {
    let signed =
        "LINDOW - The treaty between the Orrin miners and Vane Steel was signed at the Station Hotel on Friday.";
    differ(
        signed,
        "Vane Steel and the Orrin miners have a treaty. On Friday it was signed at the transport ministry in the capital.",
        "place",
    );
    differ(
        "The freighter Corvina lost its rudder off Lindow on Friday. Two tugs towed it to Larsby.",
        "The freighter Corvina, which lost its rudder off Lindow, was towed on Friday by two tugs to Vikholm.",
        "place",
    );
    // A hotel may stand in a town.
    stand_together(signed, "On Friday the treaty between Vane Steel and the Orrin miners was signed in Marrick.");
    // Another treaty, which the first article tells of too.
    stand_together(
        "The treaty between the Orrin miners and Vane Steel was signed at the Station Hotel on Friday. A second treaty was signed at \
         the transport ministry.",
        "Vane Steel and the Orrin miners have a treaty. On Friday it was signed at the transport ministry in the capital.",
    );
}

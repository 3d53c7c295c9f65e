// The actor layer as `annals annotate --layer actors` prints it.
#include "output/actor_layer.h"

#include <gtest/gtest.h>

#include "annotation_builder.h"

namespace annals {
namespace {

// "Zoë Marn, the president of Ostland, said she won.": two actors, and a thing that a pronoun might mean.
class ActorLayerRows : public testing::Test {
 protected:
  void SetUp() override {
    ActorEntity marn, ostland, vote;
    marn.name = "Zoë Marn";
    marn.country = ostland.country = "OST";
    marn.sector = Sector::GOV;
    ostland.name = "Ostland";
    vote.name = "vote";
    vote.actor = false;
    actors_.entities = {marn, ostland, vote};
    // By head, as the resolver leaves them: Marn, president, Ostland, she, vote.
    actors_.mentions = {{{0, 2}, 1, MentionKind::name, 0},
                        {{6, 7}, 6, MentionKind::modifier, 1},
                        {{3, 7}, 4, MentionKind::description, 0},
                        {{9, 10}, 9, MentionKind::pronoun, 0},
                        {{11, 13}, 12, MentionKind::description, 2}};
  }

  std::string print(RowFormat format) {
    Story story;
    story.id = "s/1";
    story.text = *made_.text;
    const CodePointIndex index(story.text);
    std::string out;
    LayerRows rows(format, story, index, out);
    actor_rows(actors_, made_.annotation, rows);
    rows.finish();
    return out;
  }

  const HandAnnotation made_ = annotate(R"(
    Zoë        _  NNP  PROPN  2  compound
    Marn       _  NNP  PROPN  9  nsubj
    +,         _  ,    PUNCT  2  punct
    the        _  DT   DET    5  det
    president  _  NN   NOUN   2  appos
    of         _  IN   ADP    5  prep
    Ostland    _  NNP  PROPN  6  pobj
    +,         _  ,    PUNCT  2  punct
    said       _  VBD  VERB   0  ROOT
    she        _  PRP  PRON   11 nsubj
    won        _  VBD  VERB   9  ccomp
    the        _  DT   DET    13 det
    vote       _  NN   NOUN   11 dobj
  )");
  ActorLayer actors_;
};

TEST_F(ActorLayerRows, AJsonLineForEachMentionInTextOrder) {
  EXPECT_EQ(print(RowFormat::json_lines),
            R"({"doc":"s/1","start":0,"end":8,"text":"Zoë Marn","kind":"name","name":"Zoë Marn","country":"OST",)"
            R"("sector":"GOV","entity":0})"
            "\n"
            R"({"doc":"s/1","start":10,"end":34,"text":"the president of Ostland","kind":"description",)"
            R"("name":"Zoë Marn","country":"OST","sector":"GOV","entity":0})"
            "\n"
            R"({"doc":"s/1","start":27,"end":34,"text":"Ostland","kind":"modifier","name":"Ostland",)"
            R"("country":"OST","sector":null,"entity":1})"
            "\n"
            R"({"doc":"s/1","start":41,"end":44,"text":"she","kind":"pronoun","name":"Zoë Marn","country":"OST",)"
            R"("sector":"GOV","entity":0})"
            "\n");
}

TEST_F(ActorLayerRows, Columns) {
  EXPECT_EQ(print(RowFormat::columns),
            "== s/1\n"
            "start  end  text                      kind         name      country  sector  entity\n"
            "0      8    Zoë Marn                  name         Zoë Marn  OST      GOV     0\n"
            "10     34   the president of Ostland  description  Zoë Marn  OST      GOV     0\n"
            "27     34   Ostland                   modifier     Ostland   OST              1\n"
            "41     44   she                       pronoun      Zoë Marn  OST      GOV     0\n"
            "\n");
}

}  // namespace
}  // namespace annals

// The closed sets of labels that the English pipeline gives: tags, parts of speech, dependencies, entity types.
//
// Each set is an enum whose first values are the labels that the rest of Annals reasons about. A pipeline may bring
// labels beyond those; they get the values after the last one named here, and their names stand in the model file.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace annals {

// Penn Treebank tags as OntoNotes 5 uses them.
enum class Tag : std::uint8_t {
  none,
  dollar,
  closing_quote,
  comma,
  lrb,
  rrb,
  period,
  colon,
  ADD,
  AFX,
  CC,
  CD,
  DT,
  EX,
  FW,
  HYPH,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NFP,
  NN,
  NNP,
  NNPS,
  NNS,
  PDT,
  POS,
  PRP,
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,
  WRB,
  XX,
  SP,
  opening_quote,
};
inline constexpr std::array<std::string_view, 51> kTagNames = {
    "",    "$",   "''",   ",",   "-LRB-", "-RRB-", ".",   ":",   "ADD", "AFX", "CC",  "CD",  "DT",
    "EX",  "FW",  "HYPH", "IN",  "JJ",    "JJR",   "JJS", "LS",  "MD",  "NFP", "NN",  "NNP", "NNPS",
    "NNS", "PDT", "POS",  "PRP", "PRP$",  "RB",    "RBR", "RBS", "RP",  "SYM", "TO",  "UH",  "VB",
    "VBD", "VBG", "VBN",  "VBP", "VBZ",   "WDT",   "WP",  "WP$", "WRB", "XX",  "_SP", "``"};

// Universal POS tags, with spaCy's SPACE for tokens of white space.
enum class Pos : std::uint8_t {
  none,
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X,
  SPACE,
};
inline constexpr std::array<std::string_view, 19> kPosNames = {
    "",     "ADJ",  "ADP",   "ADV",   "AUX",   "CCONJ", "DET",  "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",   "VERB", "X",    "SPACE"};

// ClearNLP dependency labels (Choi & Palmer, "Guidelines for the CLEAR Style Constituent to Dependency Conversion",
// 2012), which spaCy's English pipelines give.
enum class Dep : std::uint8_t {
  none,
  ROOT,
  acl,
  acomp,
  advcl,
  advmod,
  agent,
  amod,
  appos,
  attr,
  aux,
  auxpass,
  case_,
  cc,
  ccomp,
  compound,
  conj,
  csubj,
  csubjpass,
  dative,
  dep,
  det,
  dobj,
  expl,
  intj,
  mark,
  meta,
  neg,
  nmod,
  npadvmod,
  nsubj,
  nsubjpass,
  nummod,
  oprd,
  parataxis,
  pcomp,
  pobj,
  poss,
  preconj,
  predet,
  prep,
  prt,
  punct,
  quantmod,
  relcl,
  xcomp,
};
inline constexpr std::array<std::string_view, 46> kDepNames = {
    "",      "ROOT",      "acl",    "acomp",    "advcl",     "advmod",   "agent", "amod",  "appos",     "attr",
    "aux",   "auxpass",   "case",   "cc",       "ccomp",     "compound", "conj",  "csubj", "csubjpass", "dative",
    "dep",   "det",       "dobj",   "expl",     "intj",      "mark",     "meta",  "neg",   "nmod",      "npadvmod",
    "nsubj", "nsubjpass", "nummod", "oprd",     "parataxis", "pcomp",    "pobj",  "poss",  "preconj",   "predet",
    "prep",  "prt",       "punct",  "quantmod", "relcl",     "xcomp"};

// OntoNotes 5 entity types.
enum class EntityType : std::uint8_t {
  none,
  CARDINAL,
  DATE,
  EVENT,
  FAC,
  GPE,
  LANGUAGE,
  LAW,
  LOC,
  MONEY,
  NORP,
  ORDINAL,
  ORG,
  PERCENT,
  PERSON,
  PRODUCT,
  QUANTITY,
  TIME,
  WORK_OF_ART,
};
inline constexpr std::array<std::string_view, 19> kEntityTypeNames = {
    "",     "CARDINAL", "DATE", "EVENT",   "FAC",    "GPE",     "LANGUAGE", "LAW",  "LOC",        "MONEY",
    "NORP", "ORDINAL",  "ORG",  "PERCENT", "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART"};

}  // namespace annals

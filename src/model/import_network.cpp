// Reading of spaCy's networks (thinc models serialised as msgpack) into packed layers.
#include "model/import_network.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <span>
#include <tuple>

#include "base/binary.h"
#include "base/frozen_map.h"
#include "language/kernels/kernels.h"
#include "model/network_sections.h"

namespace annals {
namespace {

constexpr const char* kSupported =
    "Use a spaCy 3 pipeline of tok2vec (MultiHashEmbed, MaxoutWindowEncoder), tagger, TransitionBasedParser and "
    "ner, such as en_core_web_sm, md or lg";

[[noreturn]] void refuse(const std::string& where, const std::string& problem) {
  throw Error{Fault::model, where, problem, kSupported};
}

// A thinc model: nodes in breadth-first order, each with its parameters and attributes
// (thinc/model.py: Model.to_dict).
class ThincModel {
 public:
  ThincModel(const SpacyPipeline& pipeline, const std::string& component)
      : file_(pipeline.msgpack(component + "/model")),
        nodes_(require(file_.root(), "nodes", file_.path).as<std::vector<msgpack::object>>()),
        params_(require(file_.root(), "params", file_.path).as<std::vector<msgpack::object>>()),
        attrs_(require(file_.root(), "attrs", file_.path).as<std::vector<msgpack::object>>()) {
    if (params_.size() != nodes_.size() || attrs_.size() != nodes_.size()) refuse(file_.path, "its lists do not match");
  }

  const std::string& path() const { return file_.path; }

  std::vector<std::size_t> nodes_named(std::string_view name) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (as_string(require(nodes_[i], "name", path()), path()) == name) found.push_back(i);
    }
    return found;
  }
  std::size_t ref(std::string_view name) const {
    return require(require(nodes_.at(0), "refs", path()), name, path()).as<std::size_t>();
  }
  FloatArray param(std::size_t node, std::string_view name) const {
    return as_floats(require(params_.at(node), name, path()), path());
  }
  // Attributes are msgpack within msgpack.
  msgpack::object_handle attr(std::size_t node, std::string_view name) const {
    const auto bytes = as_string(require(attrs_.at(node), name, path()), path());
    return msgpack::unpack(bytes.data(), bytes.size());
  }

 private:
  MsgpackFile file_;
  std::vector<msgpack::object> nodes_;
  std::vector<msgpack::object> params_;
  std::vector<msgpack::object> attrs_;
};

EmbedAttribute attribute_named(const std::string& name, const std::string& where) {
  static constexpr std::array<std::string_view, 8> names = {"ORTH",   "LOWER", "NORM",  "PREFIX",
                                                            "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"};
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) refuse(where, "it embeds the attribute " + name + ", which the engine does not know");
  return static_cast<EmbedAttribute>(at - names.begin());
}

void add_layer(ModelWriter& writer, const std::string& name, const PackedLayer& layer) {
  writer.add_array(name + ".weights", std::span<const float>(layer.weights));
  writer.add_array(name + ".bias", std::span<const float>(layer.bias));
}

// A maxout layer's weights [outputs][pieces][inputs] and bias, checked for the kernels' limits.
struct MaxoutWeights {
  FloatArray w, b;

  std::size_t outputs() const { return w.shape[0]; }
  std::size_t pieces() const { return w.shape[1]; }
  std::size_t inputs() const { return w.shape[2]; }
};

MaxoutWeights read_maxout(const ThincModel& model, std::size_t node) {
  MaxoutWeights maxout{model.param(node, "W"), model.param(node, "b")};
  const auto& shape = maxout.w.shape;
  if (shape.size() != 3 || shape[0] % kLanes != 0 || shape[1] > kMaxPieces) {
    refuse(model.path(), "its layers are not of a width that is a multiple of 16 with up to 4 maxout pieces");
  }
  return maxout;
}

void add_maxout(const MaxoutWeights& maxout, const std::string& name, ModelWriter& writer) {
  add_layer(writer, name,
            pack_maxout(maxout.w.data, maxout.b.data, maxout.outputs(), maxout.pieces(), maxout.inputs()));
}

void add_norm(const ThincModel& model, std::size_t node, const std::string& name, ModelWriter& writer) {
  writer.add_array(name + ".norm.gain", std::span<const float>(model.param(node, "G").data));
  writer.add_array(name + ".norm.bias", std::span<const float>(model.param(node, "b").data));
}

// The first convolution reads the embeddings, which depend on the word alone, and so do its three products. It is
// split into them: linear layers "<name>.window.0" (left neighbour) to 2, whose outputs stand in the order of a maxout
// layer's packed bias, which becomes "<name>.bias".
void add_window_products(const MaxoutWeights& maxout, const std::string& name, ModelWriter& writer) {
  const std::size_t width = maxout.inputs() / 3;
  const std::size_t rows = maxout.outputs() * maxout.pieces();
  for (std::size_t position = 0; position < 3; ++position) {
    std::vector<float> weights(rows * width);
    for (std::size_t o = 0; o < maxout.outputs(); ++o) {
      for (std::size_t p = 0; p < maxout.pieces(); ++p) {
        const std::size_t packed = (o / kLanes * maxout.pieces() + p) * kLanes + o % kLanes;
        std::copy_n(&maxout.w.data[(o * maxout.pieces() + p) * maxout.inputs() + position * width], width,
                    &weights[packed * width]);
      }
    }
    add_layer(writer, name + ".window." + std::to_string(position),
              pack_linear(weights, {}, rows, width, maxout.pieces()));
  }
  const auto packed = pack_maxout(maxout.w.data, maxout.b.data, maxout.outputs(), maxout.pieces(), maxout.inputs());
  writer.add_array(name + ".bias", std::span<const float>(packed.bias));
}

std::uint32_t add_tables(const ThincModel& model, const std::string& encoder, ModelWriter& writer) {
  const auto extract = model.nodes_named("extract_features");
  const auto embeds = model.nodes_named("hashembed");
  if (extract.size() != 1 || embeds.empty()) refuse(model.path(), "it has no hash embeddings");
  const auto columns = model.attr(extract[0], "columns").get().as<std::vector<std::string>>();
  std::vector<EmbedTableInfo> tables;
  std::uint32_t width = 0;
  for (std::size_t i = 0; i < embeds.size(); ++i) {
    const FloatArray rows = model.param(embeds[i], "E");
    const auto column = model.attr(embeds[i], "column").get().as<std::size_t>();
    width = static_cast<std::uint32_t>(rows.shape.at(1));
    tables.push_back({attribute_named(columns.at(column), model.path()),
                      model.attr(embeds[i], "seed").get().as<std::uint32_t>(),
                      static_cast<std::uint32_t>(rows.shape.at(0))});
    writer.add_array(encoder + ".table." + std::to_string(i), std::span<const float>(rows.data));
  }
  writer.add_array(encoder + ".tables", std::span<const EmbedTableInfo>(tables));
  return width;
}

// MultiHashEmbed and MaxoutWindowEncoder (spacy/ml/models/tok2vec.py), wherever they stand in `component`'s model.
void add_encoder(const SpacyPipeline& pipeline, const std::string& component, const std::string& encoder,
                 ModelWriter& writer) {
  const ThincModel model(pipeline, component);
  EncoderInfo info{};
  info.width = add_tables(model, encoder, writer);
  const auto statics = model.nodes_named("static_vectors");
  if (!statics.empty()) {
    const FloatArray w = model.param(statics[0], "W");  // [width][vector width]
    info.vector_width = static_cast<std::uint32_t>(w.shape.at(1));
    add_layer(writer, encoder + ".vectors", pack_linear(w.data, {}, w.shape.at(0), w.shape.at(1)));
  }
  for (const std::size_t node : model.nodes_named("expand_window")) {
    if (model.attr(node, "window_size").get().as<int>() != 1) refuse(model.path(), "its window is not of size 1");
  }
  const auto maxouts = model.nodes_named("maxout");
  const auto norms = model.nodes_named("layernorm");
  if (maxouts.size() < 2 || norms.size() != maxouts.size()) refuse(model.path(), "its layers are not as expected");
  const MaxoutWeights mix = read_maxout(model, maxouts[0]);
  add_maxout(mix, encoder + ".mix", writer);
  add_norm(model, norms[0], encoder + ".mix", writer);
  info.mix_pieces = static_cast<std::uint32_t>(mix.pieces());
  info.layers = static_cast<std::uint32_t>(maxouts.size() - 1);
  for (std::uint32_t i = 0; i < info.layers; ++i) {
    const MaxoutWeights layer = read_maxout(model, maxouts[i + 1]);
    const std::string name = encoder + ".layer." + std::to_string(i);
    if (layer.inputs() != 3 * std::size_t{info.width}) refuse(model.path(), "its layers are not of one width");
    if (i == 0) {
      add_window_products(layer, name, writer);
    } else {
      add_maxout(layer, name, writer);
    }
    add_norm(model, norms[i + 1], name, writer);
    info.pieces = static_cast<std::uint32_t>(layer.pieces());
  }
  writer.add_array(encoder + ".info", std::span<const EncoderInfo>(&info, 1));
}

void add_labels(ModelWriter& writer, const std::string& section, const std::vector<std::string>& labels) {
  BinaryWriter out;
  out.put(static_cast<std::uint32_t>(labels.size()));
  for (const auto& label : labels) out.put_string(label);
  writer.add(section, out.bytes());
}

void add_tagger(const SpacyPipeline& pipeline, ModelWriter& writer) {
  const ThincModel model(pipeline, "tagger");
  const auto softmax = model.nodes_named("softmax");
  if (softmax.size() != 1) refuse(model.path(), "its tagger is not a single softmax layer");
  const FloatArray w = model.param(softmax[0], "W");
  add_layer(writer, "tagger", pack_linear(w.data, model.param(softmax[0], "b").data, w.shape.at(0), w.shape.at(1)));
  const auto cfg = nlohmann::json::parse(pipeline.text("tagger/cfg"));
  add_labels(writer, "tagger.labels", cfg.at("labels").get<std::vector<std::string>>());
}

// The classes of a transition system in the order of its outputs: by move, then by falling frequency and name, those
// that were added after training last (spacy/pipeline/_parser_internals/transition_system.pyx: initialize_actions).
void add_actions(const SpacyPipeline& pipeline, const std::string& component, std::size_t expected,
                 ModelWriter& writer) {
  const auto file = pipeline.msgpack(component + "/moves");
  const auto moves = nlohmann::json::parse(as_string(require(file.root(), "moves", file.path), file.path));
  std::vector<std::string> labels;
  std::vector<ActionInfo> actions;
  const auto add = [&](int move, const std::string& label) {
    auto at = std::find(labels.begin(), labels.end(), label);
    if (at == labels.end()) at = labels.insert(labels.end(), label);
    actions.push_back({static_cast<std::uint16_t>(move), static_cast<std::uint16_t>(at - labels.begin())});
  };
  std::vector<std::tuple<long, std::string, std::vector<int>>> later;
  for (const auto& [move, counts] : moves.items()) {  // single digits, so their order as text is their order
    std::vector<std::pair<long, std::string>> sorted;
    for (const auto& [label, count] : counts.items()) sorted.emplace_back(count.get<long>(), label);
    std::sort(sorted.rbegin(), sorted.rend());
    for (const auto& [count, label] : sorted) {
      if (count >= 0) {
        add(std::stoi(move), label);
        continue;
      }
      const auto seen =
          std::find_if(later.begin(), later.end(), [&](const auto& l) { return std::get<1>(l) == label; });
      if (seen == later.end()) {
        later.push_back({count, label, {std::stoi(move)}});
      } else {
        std::get<2>(*seen).push_back(std::stoi(move));
      }
    }
  }
  std::stable_sort(later.begin(), later.end(),
                   [](const auto& a, const auto& b) { return std::get<0>(a) > std::get<0>(b); });
  for (const auto& [count, label, its_moves] : later) {
    for (const int move : its_moves) add(move, label);
  }
  if (actions.size() != expected) refuse(file.path, "its moves do not match the network's outputs");
  writer.add_array(component + ".actions", std::span<const ActionInfo>(actions));
  add_labels(writer, component + ".labels", labels);
}

// [features][hidden][pieces][inputs] to [features][pieces][hidden][inputs], so that a piece is one run of floats.
FloatArray pieces_first(const FloatArray& w, std::size_t inputs) {
  const std::size_t features = w.shape.at(0), hidden = w.shape.at(1), pieces = w.shape.at(2);
  FloatArray out{{features, pieces, hidden}, std::vector<float>(w.data.size())};
  for (std::size_t f = 0; f < features; ++f) {
    for (std::size_t h = 0; h < hidden; ++h) {
      for (std::size_t p = 0; p < pieces; ++p) {
        std::copy_n(&w.data[((f * hidden + h) * pieces + p) * inputs], inputs,
                    &out.data[((f * pieces + p) * hidden + h) * inputs]);
      }
    }
  }
  return out;
}

// TransitionBasedParser.v2 (spacy/ml/models/parser.py): a projection, a layer precomputed for each (token, feature),
// and the scores of the actions.
void add_transition_system(const SpacyPipeline& pipeline, const std::string& component, ModelWriter& writer) {
  const ThincModel model(pipeline, component);
  const std::size_t lower = model.ref("lower");
  const std::size_t upper = model.ref("upper");
  const auto linears = model.nodes_named("linear");
  const auto project = std::find_if(linears.begin(), linears.end(), [&](std::size_t node) { return node != upper; });
  if (project == linears.end() || linears.size() != 2) refuse(model.path(), "it is not a parser with use_upper = true");
  const FloatArray w = model.param(lower, "W");  // [features][hidden][pieces][inputs]
  const FloatArray projection = model.param(*project, "W");
  const FloatArray scores = model.param(upper, "W");
  TransitionInfo info{};
  info.width = static_cast<std::uint32_t>(projection.shape.at(1));
  info.features = static_cast<std::uint32_t>(w.shape.at(0));
  info.hidden = static_cast<std::uint32_t>(w.shape.at(1));
  info.pieces = static_cast<std::uint32_t>(w.shape.at(2));
  info.actions = static_cast<std::uint32_t>(scores.shape.at(0));
  if (info.hidden % kLanes != 0 || w.shape.at(3) != info.hidden)
    refuse(model.path(), "its hidden layer has an odd width");
  if (info.features != (component == "parser" ? 8U : 3U)) refuse(model.path(), "it uses extra_state_tokens");

  add_layer(writer, component + ".project",
            pack_linear(projection.data, model.param(*project, "b").data, info.hidden, info.width));
  const FloatArray reordered = pieces_first(w, info.hidden);
  add_layer(writer, component + ".lower",
            pack_linear(reordered.data, {}, std::size_t{info.features} * info.pieces * info.hidden, info.hidden));
  const FloatArray pad = pieces_first({{info.features, info.hidden, info.pieces}, model.param(lower, "pad").data}, 1);
  writer.add_array(component + ".lower.pad", std::span<const float>(pad.data));
  const FloatArray bias = pieces_first({{1, info.hidden, info.pieces}, model.param(lower, "b").data}, 1);
  writer.add_array(component + ".lower.state_bias", std::span<const float>(bias.data));
  add_layer(writer, component + ".upper",
            pack_linear(scores.data, model.param(upper, "b").data, info.actions, info.hidden));
  writer.add_array(component + ".info", std::span<const TransitionInfo>(&info, 1));
  add_actions(pipeline, component, info.actions, writer);
}

// The table of static vectors: rows of floats, and a map from string keys to rows.
void add_vectors(const SpacyPipeline& pipeline, ModelWriter& writer) {
  const std::string npy = pipeline.text("vocab/vectors");
  const std::string where = (pipeline.directory() / "vocab/vectors").string();
  // NumPy's .npy, version 1: magic, version, header length, a Python dict as text, the data (numpy/lib/format.py).
  if (npy.size() < 10 || npy.compare(0, 6, "\x93NUMPY") != 0 || npy[6] != 1)
    refuse(where, "not a .npy file of version 1");
  const std::size_t header = static_cast<unsigned char>(npy[8]) + 256 * static_cast<unsigned char>(npy[9]);
  const std::string dict = npy.substr(10, header);
  unsigned long rows = 0, width = 0;
  const auto shape = dict.find("'shape': (");
  if (shape == std::string::npos || std::sscanf(dict.c_str() + shape + 10, "%lu, %lu", &rows, &width) != 2 ||
      dict.find("'descr': '<f4'") == std::string::npos || dict.find("'fortran_order': False") == std::string::npos ||
      npy.size() != 10 + header + rows * width * sizeof(float)) {
    refuse(where, "not a table of 32-bit floats");
  }
  std::vector<float> data(rows * width);
  if (!data.empty()) std::memcpy(data.data(), npy.data() + 10 + header, data.size() * sizeof(float));
  writer.add_array("vectors.rows", std::span<const float>(data));
  const auto width32 = static_cast<std::uint32_t>(width);
  writer.add_array("vectors.width", std::span<const std::uint32_t>(&width32, 1));

  const auto file = pipeline.msgpack("vocab/key2row");
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
  for (const auto& entry : std::span(file.root().via.map.ptr, file.root().via.map.size)) {
    const auto row = entry.val.as<std::int64_t>();
    if (row >= 0 && static_cast<unsigned long>(row) < rows) {
      entries.emplace_back(entry.key.as<std::uint64_t>(), static_cast<std::uint32_t>(row));
    }
  }
  const auto slots = freeze(entries);
  writer.add_array("vectors.keys", std::span<const FrozenSlot>(slots));
}

}  // namespace

void check_architectures(const SpacyPipeline& pipeline) {
  static const std::set<std::string> known = {"spacy.Tok2Vec.v1",
                                              "spacy.Tok2Vec.v2",
                                              "spacy.Tok2VecListener.v1",
                                              "spacy.Tagger.v1",
                                              "spacy.Tagger.v2",
                                              "spacy.TransitionBasedParser.v2",
                                              "spacy.MultiHashEmbed.v1",
                                              "spacy.MultiHashEmbed.v2",
                                              "spacy.MaxoutWindowEncoder.v1",
                                              "spacy.MaxoutWindowEncoder.v2"};
  const std::string where = (pipeline.directory() / "config.cfg").string();
  for (const auto& component : pipeline.components()) {
    const std::string model = "components." + component + ".model";
    for (const std::string& section : {model, model + ".tok2vec", model + ".tok2vec.embed", model + ".tok2vec.encode",
                                       model + ".embed", model + ".encode"}) {
      const std::string architecture = pipeline.setting(section, "@architectures");
      if (!architecture.empty() && !known.contains(architecture)) {
        refuse(where,
               "the pipeline's " + component + " is of the architecture " + architecture + ", which is not supported");
      }
    }
  }
  for (const char* needed : {"tok2vec", "tagger", "parser", "ner"}) {
    if (!pipeline.has_component(needed)) refuse(where, "the pipeline has no component " + std::string(needed));
  }
}

void import_networks(const SpacyPipeline& pipeline, ModelWriter& writer) {
  add_encoder(pipeline, "tok2vec", "tok2vec", writer);
  add_tagger(pipeline, writer);
  add_transition_system(pipeline, "parser", writer);
  add_transition_system(pipeline, "ner", writer);
  const std::string ner = pipeline.setting("components.ner.model.tok2vec", "@architectures");
  if (ner.find("Listener") == std::string::npos) add_encoder(pipeline, "ner", "ner.tok2vec", writer);
  add_vectors(pipeline, writer);
}

}  // namespace annals

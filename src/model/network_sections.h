// Fixed-size descriptions of the networks as they stand in the model file, shared by its writer and the engine.
#pragma once
#include <cstdint>

namespace annals {

// Which attribute of a token an embedding table is looked up by. The numbers are part of the file format.
enum class EmbedAttribute : std::uint32_t { orth, lower, norm, prefix, suffix, shape, spacy, is_space };

// Section "<encoder>.tables": one for each hash embedding, in the order in which their rows are concatenated.
struct EmbedTableInfo {
  EmbedAttribute attribute;
  std::uint32_t seed;
  std::uint32_t rows;
};

// Section "<encoder>.info".
struct EncoderInfo {
  std::uint32_t width;         // floats of a token's vector, a multiple of 16
  std::uint32_t mix_pieces;    // maxout pieces of the layer that mixes the embeddings
  std::uint32_t layers;        // convolutions
  std::uint32_t pieces;        // maxout pieces of each
  std::uint32_t vector_width;  // of the static vectors projected into the mix; 0 where there are none
};

// Section "<component>.info" of a transition system.
struct TransitionInfo {
  std::uint32_t width;     // of the encoder's vectors
  std::uint32_t hidden;    // of the projected vectors and of the state's hidden layer, a multiple of 16
  std::uint32_t features;  // tokens that a state is described by: 8 for the parser, 3 for names
  std::uint32_t pieces;    // maxout pieces of the state's hidden layer
  std::uint32_t actions;
};

// Section "<component>.actions": what each output class does. `label` indexes the component's label table.
struct ActionInfo {
  std::uint16_t move;
  std::uint16_t label;
};

}  // namespace annals

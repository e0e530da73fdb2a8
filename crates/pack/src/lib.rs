//! From editors' JSON to the model: read, checked, compiled.

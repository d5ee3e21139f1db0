/** Small controls that several screens share. */
package reclens.ui.control;
